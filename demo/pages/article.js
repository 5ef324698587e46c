import { html } from 'hono/html';
import { layout } from './layout.js';

/** The article as the old site had it: readable without any script, and taken over by the card where there is one. */
export function articlePage(/** @type {import('./layout.js').Site} */ site) {
  const { article, origin } = site;
  const canonical = origin + article.path;
  return layout(site, {
    title: article.heading,
    canonical,
    content: html`<sao-article-card
      layout="full"
      heading-level="1"
      article="${canonical}"
      published="${article.published}"
      source="${article.source}"
      image="/dai-hoi.svg"
      image-alt="${article.caption}"
      rating
    >
      <h1 slot="heading">${article.heading}</h1>
      <p slot="lead">${article.lead}</p>
      ${article.body.map((paragraph) => html`<p>${paragraph}</p>`)}
    </sao-article-card>`,
  });
}
