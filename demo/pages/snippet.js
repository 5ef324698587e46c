import { html } from 'hono/html';
import { frame } from './layout.js';

/** Where a webmaster gets the code for his own page. @param {import('./layout.js').Site} site */
export function snippetPage(site) {
  return frame(site, {
    title: 'Nhúng vào trang của bạn',
    head: html`<link rel="stylesheet" href="/snippet-builder/snippet-builder.css" />
      <script type="module" src="/snippet-builder/page.js"></script>`,
    content: html`<main class="wide" lang="en">
      <h1>Put the widgets on your own page</h1>
      <div id="snippet-builder" data-version="${site.version}"></div>
    </main>`,
  });
}
