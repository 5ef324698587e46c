import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { mountSnippetBuilder } from '../demo/public/snippet-builder/snippet-builder.js';
import '../demo/public/snippet-builder/snippet-builder.css';
import integrity from '../dist/embed/integrity.json';
import packageJson from '../package.json';
import { endpointAddress } from './endpoint/browser-endpoint.js';

const meta: Meta = { title: 'Start/Snippet builder', tags: ['!autodocs'], parameters: { controls: { disable: true } } };
export default meta;

const { version } = packageJson;

/** Tick what you want, try it on two hosts, and copy the code. */
export const SnippetBuilder: StoryObj = {
  name: 'Snippet builder',
  render: () => {
    const root = document.createElement('div');
    mountSnippetBuilder(root, {
      version,
      integrity,
      folder: `https://cdn.example/sao-widgets@${version}/dist/embed/`,
      endpoint: endpointAddress,
      preview: {
        folder: new URL('built/embed/', document.baseURI).href,
        endpoint: endpointAddress,
        fetch: (input, init) => fetch(input, init),
      },
    });
    return root;
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByLabelText('Session-timeout banner'));
    const code = canvas.getByLabelText('The code to paste');
    await expect(code).toHaveTextContent(`${version}/dist/embed/sao-widgets.js`);
    await expect(code).toHaveTextContent(integrity['sao-widgets.js']);
    for (const frame of canvasElement.querySelectorAll('iframe')) {
      await waitFor(
        () => {
          const rating = frame.contentDocument?.querySelector('sao-star-rating');
          const [star] = rating?.shadowRoot?.querySelectorAll<HTMLElement>('[part~=star]') ?? [];
          if (!rating?.matches(':state(sent)')) star?.click();
          return expect(rating?.matches(':state(sent)')).toBe(true);
        },
        { timeout: 5000 },
      );
    }
  },
};
