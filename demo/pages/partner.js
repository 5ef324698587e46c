import { html } from 'hono/html';

/** @param {{ news: string, integrity: Record<string, string>, article: typeof import('../seed-article.js').seedArticle }} site */
export function partnerPage({ news, integrity, article }) {
  const href = news + article.path;
  const snippet = `<script type="module" src="${news}/dist/embed/sao-widgets.js"
        integrity="${integrity['sao-widgets.js']}" crossorigin="anonymous"
        data-endpoint="${news}/votes"></script>

<sao-article-card src="${news}/news/rss" rating></sao-article-card>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>The Mekong Courier, a partner site</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/partner.css" />
        <script
          type="module"
          src="${news}/dist/embed/sao-widgets.js"
          integrity="${integrity['sao-widgets.js']}"
          crossorigin="anonymous"
          data-endpoint="${news}/votes"
        ></script>
      </head>
      <body>
        <h1>The Mekong Courier</h1>
        <p>Another origin, another style sheet, the same votes. From our partners in Hậu Giang:</p>
        <div class="column">
          <sao-article-card lang="vi" src="${news}/news/rss" rating>
            <a slot="heading" href="${href}">${article.heading}</a>
          </sao-article-card>
        </div>
        <h2>How it got here</h2>
        <pre><code>${snippet}</code></pre>
        <h2>The rating alone</h2>
        <p>In English, for the same article: <sao-star-rating article="${href}"></sao-star-rating></p>
        <p><a href="${news}">Back to the news site</a></p>
      </body>
    </html>`;
}
