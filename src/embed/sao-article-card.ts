import './defaults.js';

export * from '../article-card.js';
export { configure } from '../shared/configuration.js';
