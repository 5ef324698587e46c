import { html, raw } from 'hono/html';

/** @param {{ news: string, integrity: Record<string, string>, article: import('../articles.js').Article }} site */
export function partnerPage({ news, integrity, article }) {
  const href = news + article.path;
  // What the page shows of itself is what it is made of.
  const script = `<script type="module" src="${news}/dist/embed/sao-widgets.js"
        integrity="${integrity['sao-widgets.js']}" crossorigin="anonymous"
        data-endpoint="${news}/votes"></script>`;
  const card = `<sao-article-card lang="vi" src="${news}/news/rss" rating>
  <a slot="heading" href="${href}">${article.heading}</a>
</sao-article-card>`;
  const rating = `<sao-star-rating article="${href}"></sao-star-rating>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>The Mekong Courier, a partner site</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/partner.css" />
        ${raw(script)}
      </head>
      <body>
        <header>
          <h1>The Mekong Courier</h1>
          <p>Another origin, another style sheet, the same votes.</p>
        </header>
        <main>
          <section>
            <h2>From our partners in Hậu Giang</h2>
            ${raw(card)}
          </section>
          <section>
            <h2>The rating alone</h2>
            <p>In English, for the same article:</p>
            <div class="rating">${raw(rating)}</div>
            <h2>How they got here</h2>
            <pre tabindex="0"><code>${[script, card, rating].join('\n\n')}</code></pre>
            <p><a href="${news}">Back to the news site</a></p>
          </section>
        </main>
      </body>
    </html>`;
}
