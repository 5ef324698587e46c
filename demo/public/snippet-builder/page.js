// The demo's page: the files and the endpoint are the demo's own, so what is copied works at once.
import { mountSnippetBuilder } from './snippet-builder.js';

const root = /** @type {HTMLElement} */ (document.getElementById('snippet-builder'));
const { version = '' } = root.dataset;
const integrity = await (await fetch('/dist/embed/integrity.json')).json();
const endpoint = `${location.origin}/votes`;
mountSnippetBuilder(root, {
  version,
  integrity,
  endpoint,
  folder: `${location.origin}/sao-widgets@${version}/dist/embed/`,
  feed: `${location.origin}/news/rss`,
  preview: { folder: `${location.origin}/dist/embed/`, endpoint },
});
