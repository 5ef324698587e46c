import { html } from 'hono/html';

/**
 * @typedef {object} Site
 * @property {string} origin
 * @property {string} partner
 * @property {string} version of the package
 * @property {Record<string, string>} integrity
 * @property {boolean} endpointRuns
 */

/**
 * What any page of the site begins with.
 * @param {Site} site
 * @param {{ title: string, head: unknown, content: unknown }} page
 */
export function frame({ partner }, { title, head, content }) {
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/news.css" />
        ${head}
      </head>
      <body>
        <header class="site">
          <a class="name" href="/">Hậu Giang hữu nghị</a>
          <nav aria-label="Chính">
            <a href="/">Bài viết</a> <a href="/news">Tin tức</a> <a href="${partner}">Trang đối tác</a>
            <a href="/snippet">Nhúng vào trang của bạn</a>
          </nav>
        </header>
        ${content}
      </body>
    </html>`;
}

/**
 * A page for readers: the script tag, the session bar, and the demo's controls.
 * @param {Site} site
 * @param {{ title: string, canonical: string, content: unknown }} page
 */
export function layout(site, { title, canonical, content }) {
  return frame(site, {
    title,
    head: html`<link rel="canonical" href="${canonical}" />
      <script
        type="module"
        src="/dist/embed/sao-widgets.js"
        integrity="${site.integrity['sao-widgets.js']}"
        crossorigin="anonymous"
        data-endpoint="/votes"
      ></script>
      <script type="module" src="/controls.js"></script>`,
    content: html`<main>${content}</main>
      <sao-session-timeout-banner
        timeout="1800"
        status-url="/session/status"
        keep-alive-url="/session/keep-alive"
        sign-out-url="/session/sign-out"
        sign-in-url="/session/sign-in"
      ></sao-session-timeout-banner>
      <aside id="controls" lang="en" aria-label="Demo controls">
        <h2>See a vote wait and arrive</h2>
        <ol>
          <li>Go offline, or stop the endpoint.</li>
          <li><a href="#stars">Give stars</a>; reload or close the page, if you like.</li>
          <li>Switch it on again: the vote arrives.</li>
        </ol>
        <p class="buttons">
          <button type="button" data-control="offline" aria-pressed="false">Go offline</button>
          <button type="button" data-control="endpoint" aria-pressed="${String(!site.endpointRuns)}">
            Stop the endpoint
          </button>
          <button type="button" data-control="session">Shorten the session to 70 s</button>
          <button type="button" data-control="language">Tiếng Việt ⇄ English</button>
        </p>
        <dl>
          <dt>Waiting here</dt>
          <dd id="waiting">–</dd>
          <dt>Counted</dt>
          <dd id="counted">–</dd>
        </dl>
        <ul id="events" aria-live="polite" aria-label="What happened"></ul>
        <details>
          <summary>The snippet of this page</summary>
          <pre tabindex="0"><code id="snippet"></code></pre>
        </details>
        <p>
          Next: <a href="/news">another page of this site</a>, <a href="${site.partner}">a partner site</a> on another
          origin, <a href="/snippet">the snippet for your own page</a>.
        </p>
      </aside>`,
  });
}
