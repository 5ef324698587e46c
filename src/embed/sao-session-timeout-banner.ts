import './defaults.js';

export * from '../session-timeout-banner.js';
