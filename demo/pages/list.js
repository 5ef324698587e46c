import { html } from 'hono/html';
import { layout } from './layout.js';

/** Another page of the same site, where the same article is one of several. */
export function listPage(/** @type {import('./layout.js').Site} */ site) {
  const { article, origin } = site;
  const canonical = origin + article.path;
  return layout(site, {
    title: 'Tin tức',
    canonical: `${origin}/news`,
    content: html`<h1>Tin tức</h1>
      <div class="cards">
        <sao-article-card
          href="${canonical}"
          heading="${article.heading}"
          lead="${article.lead}"
          published="${article.published}"
          source="${article.source}"
          image="/dai-hoi.svg"
          image-alt=""
          rating
        ></sao-article-card>
        ${[2, 3, 4].map(
          (item) =>
            html`<sao-article-card src="/news/rss" item="${String(item)}" heading-level="2" rating></sao-article-card>`,
        )}
      </div>`,
  });
}
