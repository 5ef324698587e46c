import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { SaoArticleCard } from '../src/index.js';
import { feedOf, install as installFeeds } from './endpoint/feeds.js';
import { seedArticle, seedFields } from './seed-article.js';

type Arguments = Partial<
  Pick<
    SaoArticleCard,
    | 'href'
    | 'heading'
    | 'lead'
    | 'published'
    | 'author'
    | 'section'
    | 'source'
    | 'sourceHref'
    | 'image'
    | 'imageAlt'
    | 'src'
    | 'item'
    | 'for'
    | 'layout'
    | 'headingLevel'
    | 'imageRatio'
    | 'dateStyle'
    | 'timeZone'
    | 'rating'
  >
>;

installFeeds();

const card = (given: Arguments, body: unknown = nothing): TemplateResult => html`
  <sao-article-card
    href=${given.href ?? nothing}
    heading=${given.heading ?? nothing}
    lead=${given.lead ?? nothing}
    published=${given.published ?? nothing}
    author=${given.author ?? nothing}
    section=${given.section ?? nothing}
    source=${given.source ?? nothing}
    source-href=${given.sourceHref ?? nothing}
    image=${given.image ?? nothing}
    image-alt=${given.imageAlt ?? nothing}
    src=${given.src ?? nothing}
    item=${given.item ?? nothing}
    for=${given.for ?? nothing}
    layout=${given.layout ?? nothing}
    heading-level=${given.headingLevel ?? nothing}
    image-ratio=${given.imageRatio ?? nothing}
    date-style=${given.dateStyle ?? nothing}
    time-zone=${given.timeZone ?? nothing}
    ?rating=${given.rating}
    >${body}</sao-article-card
  >
`;

const column = (width: string, content: TemplateResult): TemplateResult =>
  html`<div style="max-inline-size: ${width}">${content}</div>`;

const meta: Meta<Arguments> = {
  title: 'Article card',
  component: 'sao-article-card',
  render: (given) => column('46rem', card(given)),
  args: seedFields,
  argTypes: {
    layout: { control: 'inline-radio', options: ['auto', 'vertical', 'horizontal', 'compact', 'full'] },
    dateStyle: { control: 'inline-radio', options: ['long', 'short', 'relative'] },
  },
};
export default meta;
type Story = StoryObj<Arguments>;

const loaded = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
  const element = canvasElement.querySelector('sao-article-card');
  await waitFor(() => expect(element?.shadowRoot?.textContent).toContain('Đại hội Chi bộ'));
};

/** The layout follows the width of the column. */
export const Auto: Story = {};
export const AutoInANarrowColumn: Story = { render: (given) => column('18rem', card(given)) };
export const Vertical: Story = { args: { layout: 'vertical' } };
export const Horizontal: Story = { args: { layout: 'horizontal' } };
export const Compact: Story = { args: { layout: 'compact' } };

/** The whole article with its body, as on its own page. */
export const Full: Story = {
  args: { layout: 'full', headingLevel: 1, rating: true },
  render: (given) =>
    card(
      given,
      seedArticle.body.map((paragraph) => html`<p>${paragraph}</p>`),
    ),
};

/** With a rating that knows its article. */
export const WithRating: Story = { args: { rating: true } };

/** The host's own markup in slots; the link of the heading becomes the card's. */
export const FromSlots: Story = {
  args: Object.fromEntries(Object.keys(seedFields).map((name) => [name, undefined])),
  render: (given) =>
    card(
      given,
      html`<h3 slot="heading"><a href=${seedFields.href}>${seedArticle.heading}</a></h3>
        <img slot="image" src="/dai-hoi.svg" alt="" />
        <p slot="lead">${seedArticle.lead}</p>
        <span slot="source">${seedArticle.source}</span>`,
    ),
};

const only = (fields: Arguments): Arguments => ({
  ...Object.fromEntries(Object.keys(seedFields).map((name) => [name, undefined])),
  ...fields,
});

/** The page's own JSON-LD. */
export const FromJsonLd: Story = {
  args: only({ for: 'seed-json-ld' }),
  render: (given) => html`
    ${column('46rem', card(given))}
    <script type="application/ld+json" id="seed-json-ld">
      ${feedOf('json-ld').text}
    </script>
  `,
  play: loaded,
};

export const FromJsonFeed: Story = { args: only({ src: feedOf('json-feed').address }), play: loaded };
export const FromRss: Story = { args: only({ src: feedOf('rss').address, rating: true }), play: loaded };
export const FromAtom: Story = { args: only({ src: feedOf('atom').address }), play: loaded };

/** Lines are reserved while the feed is on its way, so nothing moves when it comes. */
export const Skeleton: Story = {
  args: only({ src: feedOf('silent').address }),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('sao-article-card')?.matches(':state(loading)')).toBe(true));
  },
};

/** The feed is away: the card says so, and offers to try again. */
export const LoadError: Story = {
  args: only({ src: '/feeds/missing.rss' }),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('sao-article-card')?.matches(':state(error)')).toBe(true));
  },
};

/** A feed without entries. */
export const EmptyFeed: Story = {
  args: only({ src: feedOf('empty').address }),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('sao-article-card')?.matches(':state(empty)')).toBe(true));
  },
};

export const NoImage: Story = { args: { image: undefined, imageAlt: undefined } };
export const BrokenImage: Story = { args: { image: '/there-is-none.svg' } };
export const NoDate: Story = { args: { published: undefined } };
export const ShortDate: Story = { args: { dateStyle: 'short' } };
export const RelativeDate: Story = {
  args: { dateStyle: 'relative', published: new Date(Date.now() - 3 * 3_600_000).toISOString() },
};

export const LongWords: Story = {
  render: (given) => column('16rem', card(given)),
  args: {
    heading: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    lead: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz und andere lange Wörter.',
  },
};

export const RightToLeft: Story = {
  globals: { language: 'ar', direction: 'rtl' },
  args: {
    heading: 'مؤتمر اتحاد منظمات الصداقة في مقاطعة هاو جيانغ',
    lead: 'عقد الاتحاد مؤتمره الثاني بحضور جميع الأعضاء والعاملين.',
    source: 'اتحاد منظمات الصداقة',
    section: 'أنشطة',
  },
};

/** Twelve in a grid, each as wide as its column. */
export const ListOfTwelve: Story = {
  render: (given) => html`
    <div style="display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 2rem 1.5rem">
      ${Array.from({ length: 12 }, () => card(given))}
    </div>
  `,
};
