import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { SaoStarRating } from '../src/index.js';
import { castStar, pressKeys, ratingIn, starsOf } from './rating-actions.js';

type Arguments = Partial<
  Pick<
    SaoStarRating,
    'article' | 'max' | 'average' | 'count' | 'label' | 'summary' | 'readonly' | 'disabled' | 'once' | 'histogram'
  >
>;

const rating = (given: Arguments): TemplateResult => html`
  <sao-star-rating
    article=${given.article ?? 'https://news.example/a/16'}
    max=${given.max ?? nothing}
    average=${given.average ?? nothing}
    count=${given.count ?? nothing}
    label=${given.label ?? nothing}
    summary=${given.summary ?? nothing}
    ?readonly=${given.readonly}
    ?disabled=${given.disabled}
    ?once=${given.once}
    ?histogram=${given.histogram}
  ></sao-star-rating>
`;

const meta: Meta<Arguments> = {
  title: 'Star rating',
  component: 'sao-star-rating',
  render: rating,
  argTypes: {
    summary: { control: 'inline-radio', options: ['full', 'short', 'none'] },
    max: { control: { type: 'range', min: 1, max: 10 } },
    average: { control: { type: 'range', min: 0, max: 5, step: 0.1 } },
  },
};
export default meta;
type Story = StoryObj<Arguments>;

/** Nobody has voted; the tally came from the endpoint. */
export const Empty: Story = {};

/** The seed's lines with a tally that the host printed. */
export const WithTally: Story = { args: { average: 4.25, count: 4 } };

/** An arrow key previews; nothing is cast until Space or Enter. */
export const Previewing: Story = {
  args: { average: 3.5, count: 12 },
  play: async ({ canvasElement }) => {
    await pressKeys(canvasElement, '{ArrowRight}{ArrowRight}');
    await expect(ratingIn(canvasElement).value).toBeNull();
  },
};

/** A click on the fourth star, confirmed by the endpoint: the total is the endpoint's own. */
export const Counted: Story = {
  play: async ({ canvasElement }) => {
    await castStar(canvasElement, 4);
    await waitFor(() => expect(ratingIn(canvasElement).matches(':state(sent)')).toBe(true));
    await expect(ratingIn(canvasElement).value).toBe(4);
  },
};

/** Cast by keyboard: End previews the last star, Enter casts it. */
export const VotedByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    await pressKeys(canvasElement, '{End}{Enter}');
    await waitFor(() => expect(ratingIn(canvasElement).matches(':state(sent)')).toBe(true));
    await expect(ratingIn(canvasElement).value).toBe(5);
  },
};

/** The reader changed their mind: the later vote counts, and only that. */
export const Changed: Story = {
  play: async ({ canvasElement }) => {
    await castStar(canvasElement, 2);
    await waitFor(() => expect(ratingIn(canvasElement).matches(':state(sent)')).toBe(true));
    await castStar(canvasElement, 5);
    await waitFor(() => expect(ratingIn(canvasElement).value).toBe(5));
  },
};

/** Without a network the vote is kept on the device; it goes out when the toolbar brings the network back. */
export const Offline: Story = {
  globals: { network: 'offline' },
  play: async ({ canvasElement }) => {
    await castStar(canvasElement, 4);
    await waitFor(() => expect(ratingIn(canvasElement).matches(':state(pending)')).toBe(true));
  },
};

/** On its way to an endpoint that does not answer. */
export const Sending: Story = {
  globals: { network: 'silent' },
  play: async ({ canvasElement }) => {
    await castStar(canvasElement, 3);
    await waitFor(() => expect(ratingIn(canvasElement).matches(':state(pending)')).toBe(true));
  },
};

/** The endpoint is out of order: the vote waits, and is tried again. */
export const EndpointFailing: Story = {
  globals: { network: 'failing' },
  play: async ({ canvasElement }) => {
    await castStar(canvasElement, 5);
    await waitFor(() => expect(ratingIn(canvasElement).matches(':state(pending)')).toBe(true));
  },
};

/** The endpoint does not take it: the rating says so and falls back to what was confirmed before. */
export const Refused: Story = {
  globals: { network: 'refusing' },
  play: async ({ canvasElement }) => {
    await castStar(canvasElement, 1);
    await waitFor(() => expect(ratingIn(canvasElement).matches(':state(rejected)')).toBe(true));
  },
};

/** The endpoint had a vote of this reader already. */
export const VotedBefore: Story = {
  globals: { network: 'voted-before' },
  play: async ({ canvasElement }) => {
    await castStar(canvasElement, 4);
    await waitFor(() => expect(ratingIn(canvasElement).matches(':state(rejected)')).toBe(true));
  },
};

/** A cast vote is final. */
export const Once: Story = {
  args: { once: true },
  play: async ({ canvasElement }) => {
    await castStar(canvasElement, 3);
    await waitFor(() => expect(ratingIn(canvasElement).matches(':state(sent)')).toBe(true));
  },
};

export const ReadOnlyNone: Story = { args: { readonly: true, average: 0, count: 0 } };
export const ReadOnlyFraction: Story = { args: { readonly: true, average: 3.7, count: 1204 } };
export const ReadOnlyFull: Story = { args: { readonly: true, average: 5, count: 9 } };
export const Short: Story = { args: { readonly: true, average: 4.3, count: 17, summary: 'short' } };
export const StarsAlone: Story = { args: { readonly: true, average: 2.5, count: 8, summary: 'none' } };
export const Disabled: Story = { args: { disabled: true, average: 4, count: 3 } };

/** How many votes each star has. */
export const Histogram: Story = {
  args: { histogram: true },
  play: async ({ canvasElement }) => {
    await castStar(canvasElement, 4);
    await waitFor(() => expect(ratingIn(canvasElement).matches(':state(sent)')).toBe(true));
  },
};

/** Above seven stars it is a slider, as ARIA advises. */
export const TenStars: Story = { args: { max: 10, average: 7.4, count: 31 } };

/** A field like any other: required, reset, part of the form's data. */
export const InAForm: Story = {
  render: () => html`
    <form>
      <p>
        <sao-star-rating article="https://news.example/a/form" name="rating" label="Dịch vụ" required></sao-star-rating>
      </p>
      <button>Gửi</button> <button type="reset">Đặt lại</button>
    </form>
  `,
  play: async ({ canvasElement }) => {
    const form = canvasElement.querySelector('form');
    await expect(form?.checkValidity()).toBe(false);
    await castStar(canvasElement, 2);
    await waitFor(() => expect(form && new FormData(form).get('rating')).toBe('2'));
  },
};

/** Any drawing may take the place of the star. */
export const CustomSymbol: Story = {
  render: () => html`
    <sao-star-rating article="https://news.example/a/heart" average="3.4" count="22">
      <svg slot="symbol" viewBox="0 0 24 24">
        <path d="M12 21C5 15.5 2 12.3 2 8.5A5 5 0 0 1 12 6a5 5 0 0 1 10 2.5c0 3.800-3 7-10 12.500z"></path>
      </svg>
    </sao-star-rating>
  `,
};

export const Small: Story = {
  render: () => html`
    <sao-star-rating
      style="--sao-star-size: 0.9em"
      article="https://news.example/a/small"
      average="4.1"
      count="6"
    ></sao-star-rating>
  `,
};

export const Large: Story = {
  render: () => html`
    <sao-star-rating
      style="--sao-star-size: 3em"
      article="https://news.example/a/large"
      average="4.1"
      count="6"
    ></sao-star-rating>
  `,
};

/** Two ratings for one article agree at once. */
export const TwoForOneArticle: Story = {
  render: () =>
    html`${rating({})}
      <hr />
      ${rating({ summary: 'short' })}`,
  play: async ({ canvasElement }) => {
    await castStar(canvasElement, 4);
    const [, second] = canvasElement.querySelectorAll('sao-star-rating');
    await waitFor(() => expect(second?.value).toBe(4));
  },
};

/** From right to left, in Arabic; fractions and arrow keys turn round with the stars. */
export const RightToLeft: Story = {
  globals: { language: 'ar', direction: 'rtl' },
  args: { average: 3.7, count: 11 },
  play: async ({ canvasElement }) => {
    await expect(ratingIn(canvasElement).shadowRoot?.textContent).toMatch(/[ء-ي]{3}/);
    starsOf(canvasElement)[0]?.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(ratingIn(canvasElement).value).toBeNull();
  },
};
