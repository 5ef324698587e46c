import './defaults.js';

export * from '../star-rating.js';
