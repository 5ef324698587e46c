import './defaults.js';

export * from '../article-card.js';
