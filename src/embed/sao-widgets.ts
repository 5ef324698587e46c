import './defaults.js';

export * from '../index.js';
