import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { SaoSessionTimeoutBanner } from '../src/index.js';
import { installSession, session } from './endpoint/session.js';

type Arguments = Partial<
  Pick<
    SaoSessionTimeoutBanner,
    'timeout' | 'warning' | 'maxSession' | 'activity' | 'onExpired' | 'modal' | 'signOutUrl' | 'signInUrl'
  >
> & { server?: boolean };

installSession();

/** Each story has a session of its own: another story's must not be shared. */
let number = 0;

const banner = (given: Arguments): TemplateResult => html`
  <sao-session-timeout-banner
    session="story-${++number}"
    timeout=${given.timeout ?? nothing}
    warning=${given.warning ?? nothing}
    max-session=${given.maxSession ?? nothing}
    activity=${given.activity ?? 'ignore'}
    sign-out-url=${given.signOutUrl ?? nothing}
    sign-in-url=${given.signInUrl ?? nothing}
    status-url=${given.server ? session.statusAddress : nothing}
    keep-alive-url=${given.server ? session.keepAliveAddress : nothing}
    ?modal=${given.modal}
  ></sao-session-timeout-banner>
`;

const meta: Meta<Arguments> = {
  title: 'Session banner',
  component: 'sao-session-timeout-banner',
  render: (given) => html`
    <p>${'The page goes on underneath. '.repeat(12)}</p>
    ${banner(given)}
  `,
  args: { timeout: 60, warning: 60 },
  argTypes: {
    activity: { control: 'inline-radio', options: ['extend', 'ignore'] },
    onExpired: { control: 'inline-radio', options: ['message', 'redirect', 'reload'] },
  },
  parameters: { docs: { story: { inline: false, height: '320px' } } },
};
export default meta;
type Story = StoryObj<Arguments>;

const state =
  (name: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    await waitFor(() =>
      expect(canvasElement.querySelector('sao-session-timeout-banner')?.matches(`:state(${name})`)).toBe(true),
    );
  };

const extend = async (canvas: HTMLElement): Promise<void> => {
  const element = canvas.querySelector('sao-session-timeout-banner');
  if (!element) throw new Error('There is no banner in this story.');
  await waitFor(() => expect(element.matches(':state(warning)')).toBe(true));
  element.extend();
};

/** The last minute, as on the seed page. */
export const Counting: Story = { play: state('warning') };

/** More than a minute: the countdown is in seconds all the same, and is said aloud at each full minute. */
export const CountingMinutes: Story = { args: { timeout: 170, warning: 170 }, play: state('warning') };

export const WithSignOut: Story = { args: { signOutUrl: '/sign-out' }, play: state('warning') };

/** Before the warning there is nothing to see. */
export const Idle: Story = { args: { timeout: 1800 }, play: state('idle') };

/** The server was asked and has not answered yet. */
export const Extending: Story = {
  args: { server: true },
  play: async ({ canvasElement }) => {
    session.keepAlive = 'silent';
    await extend(canvasElement);
    await state('extending')({ canvasElement });
  },
};

/** The server does not manage: it is tried again while the countdown goes on. */
export const Failing: Story = {
  args: { server: true },
  play: async ({ canvasElement }) => {
    session.keepAlive = 'failing';
    await extend(canvasElement);
    await state('extending')({ canvasElement });
  },
};

/** No network: it is said, and tried again. */
export const Offline: Story = {
  args: { server: true },
  globals: { network: 'offline' },
  play: async ({ canvasElement }) => {
    session.keepAlive = 'offline';
    await extend(canvasElement);
    await state('offline')({ canvasElement });
  },
};

/** “Stay” was answered by the server: the banner goes. */
export const Extended: Story = {
  args: { server: true, timeout: 60 },
  play: async ({ canvasElement }) => {
    session.keepAlive = 'fine';
    await extend(canvasElement);
    await state('idle')({ canvasElement });
  },
};

export const Expired: Story = {
  args: { signInUrl: '/sign-in' },
  play: async ({ canvasElement }) => {
    await state('warning')({ canvasElement });
    await canvasElement.querySelector('sao-session-timeout-banner')?.expire();
    await state('expired')({ canvasElement });
  },
};

/** An end that cannot be extended: there is no such button. */
export const AbsoluteEnd: Story = {
  args: { maxSession: new Date(Date.now() + 50_000).toISOString() },
  play: state('warning'),
};

export const Modal: Story = { args: { modal: true }, play: state('warning') };

/** The host has a modal dialog open, which would make a popover inert: the banner becomes a dialog over it. */
export const OverAHostsModal: Story = {
  render: (given) => html`
    <dialog aria-label="The host's dialog"><p>A dialog of the host page.</p></dialog>
    ${banner(given)}
  `,
  play: async ({ canvasElement }) => {
    canvasElement.querySelector('dialog')?.showModal();
    await state('warning')({ canvasElement });
  },
};

export const RightToLeft: Story = { globals: { language: 'ar', direction: 'rtl' }, play: state('warning') };
