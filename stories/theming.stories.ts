import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import newspaper from '../themes/newspaper.css?raw';
import plain from '../themes/plain.css?raw';
import playful from '../themes/playful.css?raw';
import { partsAndStates } from './theming/parts-and-states.js';
import { samples } from './theming/samples.js';
import { themeEditor } from './theming/theme-editor.js';

const meta: Meta = { title: 'Theming', tags: ['!autodocs'], parameters: { controls: { disable: true } } };
export default meta;

const themes = { Plain: plain, Newspaper: newspaper, Playful: playful };

const themed = (css: string): TemplateResult => html`
  <style .textContent=${css}></style>
  <div style="max-inline-size: 46rem">${samples(true)}</div>
`;

/** Every token with a control, beside all three elements. */
export const Tokens: StoryObj = {
  render: () => themeEditor(themes),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const size = canvas.getByLabelText('--sao-star-size');
    await userEvent.type(size, '48px');
    const rating = canvasElement.querySelector('sao-star-rating');
    const symbol = () => rating?.shadowRoot?.querySelector('[part~=symbol]');
    await waitFor(() => expect(symbol()?.getBoundingClientRect().height).toBe(48));
    await expect(canvas.getByLabelText('The theme as CSS')).toHaveTextContent(':root { --sao-star-size: 48px; }');
    await userEvent.clear(size);
    await waitFor(() => expect(symbol()?.getBoundingClientRect().height).not.toBe(48));
    size.blur();
    scrollTo(0, 0);
  },
};

/** `sao-widgets/themes/plain.css` */
export const Plain: StoryObj = { render: () => themed(plain) };

/** `sao-widgets/themes/newspaper.css` */
export const Newspaper: StoryObj = { render: () => themed(newspaper) };

/** `sao-widgets/themes/playful.css` */
export const Playful: StoryObj = { render: () => themed(playful) };

/** What may be styled besides the tokens, and where it is. */
export const PartsAndStates: StoryObj = {
  render: partsAndStates,
  play: async ({ canvasElement }) => {
    const [lead] = within(canvasElement).getAllByRole('button', { name: '::part(lead)' });
    lead?.focus();
    const part = canvasElement.querySelector('sao-article-card')?.shadowRoot?.querySelector('[part=lead]');
    await expect(part && getComputedStyle(part).outlineStyle).toBe('dashed');
  },
};
