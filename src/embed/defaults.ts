import { configureFromScriptTag } from '../shared/script-tag.js';

// Imported before the elements, so that the first of them already finds the page's defaults.
configureFromScriptTag(import.meta.url);
