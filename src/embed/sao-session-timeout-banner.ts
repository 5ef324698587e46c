import './defaults.js';

export * from '../session-timeout-banner.js';
export { configure } from '../shared/configuration.js';
