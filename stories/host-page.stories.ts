import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { seedArticle, seedFields } from './seed-article.js';

const meta: Meta = { title: 'Host page', tags: ['!autodocs'], parameters: { controls: { disable: true } } };
export default meta;

/** The seed page as a whole: the article, its rating, and the session bar. */
export const NewsPage: StoryObj = {
  render: () => html`
    <div style="max-inline-size: 46rem; margin-inline: auto">
      <sao-article-card
        layout="full"
        heading-level="1"
        article=${seedFields.href}
        published=${seedFields.published}
        source=${seedFields.source}
        image="/dai-hoi.svg"
        image-alt=${seedFields.imageAlt}
        rating
      >
        <h1 slot="heading">${seedArticle.heading}</h1>
        <p slot="lead">${seedArticle.lead}</p>
        ${seedArticle.body.map((paragraph) => html`<p>${paragraph}</p>`)}
      </sao-article-card>
      <sao-session-timeout-banner session="host-page" timeout="60" activity="ignore"></sao-session-timeout-banner>
    </div>
  `,
};

/** A partner's column beside other things, with the partner's own style. */
export const PartnerColumn: StoryObj = {
  render: () => html`
    <div style="font-family: Georgia, serif; background: #eef3ef; color: #20302c; color-scheme: light; padding: 2rem">
      <h1>The Mekong Courier</h1>
      <div style="max-inline-size: 20rem">
        <sao-article-card
          href=${seedFields.href}
          heading=${seedFields.heading}
          lead=${seedFields.lead}
          published=${seedFields.published}
          image="/dai-hoi.svg"
          rating
        ></sao-article-card>
      </div>
    </div>
  `,
};
