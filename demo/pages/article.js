import { html } from 'hono/html';
import { layout } from './layout.js';

/**
 * The article as the old site had it: readable without any script, and taken over by the card where there is one.
 * @param {import('./layout.js').Site} site @param {import('../articles.js').Article} article
 */
export function articlePage(site, article) {
  const canonical = site.origin + article.path;
  return layout(site, {
    title: article.heading,
    canonical,
    content: html`<sao-article-card
      layout="full"
      heading-level="1"
      article="${canonical}"
      published="${article.published}"
      source="${article.source}"
      image="${article.image}"
      image-alt="${article.caption}"
      image-ratio="5/2"
    >
      <h1 slot="heading">${article.heading}</h1>
      <p slot="lead">${article.lead}</p>
      ${article.body.map((paragraph) => html`<p>${paragraph}</p>`)}
      <sao-star-rating slot="rating" id="stars"></sao-star-rating>
    </sao-article-card>`,
  });
}
