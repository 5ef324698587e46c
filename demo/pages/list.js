import { html } from 'hono/html';
import { articles } from '../articles.js';
import { layout } from './layout.js';

/** Another page of the same site, where the same article is one of several; the others are read from the site's feed. */
export function listPage(/** @type {import('./layout.js').Site} */ site) {
  const [article, ...others] = articles;
  return layout(site, {
    title: 'Tin tức',
    canonical: `${site.origin}/news`,
    content: html`<h1>Tin tức</h1>
      <div class="cards" id="stars">
        <sao-article-card
          heading-level="2"
          href="${site.origin + article.path}"
          heading="${article.heading}"
          lead="${article.lead}"
          published="${article.published}"
          source="${article.source}"
          image="${article.image}"
          image-alt=""
          rating
        ></sao-article-card>
        ${others.map(
          (_, index) =>
            html`<sao-article-card
              src="/news/rss"
              item="${String(index + 2)}"
              heading-level="2"
              rating
            ></sao-article-card>`,
        )}
      </div>`,
  });
}
