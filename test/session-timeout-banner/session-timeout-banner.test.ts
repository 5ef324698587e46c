import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../src/session-timeout-banner.js';
import type { SaoSessionTimeoutBanner } from '../../src/session-timeout-banner.js';
import { page } from '../../src/shared/page.js';
import { answer, leap, part, restoreWorld, stubFetch, stubTime, text } from './browser-world.js';

describe('<sao-session-timeout-banner>', () => {
  beforeEach(() => stubTime());
  afterEach(() => restoreWorld());

  const create = async (attributes = ''): Promise<SaoSessionTimeoutBanner> => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    // A session of its own, or one test's end would end the next one's.
    place.innerHTML = `<sao-session-timeout-banner session="${Math.random()}" ${attributes}></sao-session-timeout-banner>`;
    const banner = place.querySelector('sao-session-timeout-banner');
    if (!banner) throw new Error('no banner');
    await banner.updateComplete;
    return banner;
  };

  const warned = async (attributes = ''): Promise<SaoSessionTimeoutBanner> => {
    const banner = await create(attributes);
    await leap(1740);
    await waitUntil(() => banner.matches(':state(warning)'));
    await banner.updateComplete;
    return banner;
  };

  it("says the seed's sentence in Vietnamese, with the running number", async () => {
    const banner = await warned('lang="vi"');
    expect(text(banner)).to.equal(
      'Bạn đã không sử dụng Site, Bấm vào đây để duy trì trạng thái đăng nhập. Thời gian chờ: 60 giây',
    );
    await leap(7);
    await banner.updateComplete;
    expect(text(part(banner, 'countdown'))).to.equal('Thời gian chờ: 53 giây');
  });

  it('says it in English', async () => {
    const banner = await warned('lang="en"');
    expect(text(part(banner, 'message'))).to.equal('You have not used this site');
    expect(text(part(banner, 'extend'))).to.equal('Click here to stay signed in');
    expect(text(part(banner, 'countdown'))).to.equal('Time left: 60 seconds');
    await leap(59);
    await banner.updateComplete;
    expect(text(part(banner, 'countdown'))).to.equal('Time left: 1 second');
  });

  it('opens as a popover that takes no focus, and tells how long is left', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Field" />`);
    field.focus();
    const banner = await create();
    const warning = oneEvent(banner, 'sao-session-warning');
    await leap(1740);
    const event = (await warning) as CustomEvent<{ secondsLeft: number }>;
    expect(event.detail).to.deep.equal({ secondsLeft: 60 });
    expect(event.bubbles && event.composed).to.equal(true);
    await banner.updateComplete;
    expect(banner.shadowRoot?.querySelector('[popover]')?.matches(':popover-open')).to.equal(true);
    expect(document.activeElement).to.equal(field);
  });

  it('extends at a click without any URL, and gives the focus back', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Field" />`);
    field.focus();
    const banner = await warned();
    const button = part(banner, 'extend');
    button.focus();
    const extended = oneEvent(banner, 'sao-session-extended');
    button.click();
    await extended;
    await banner.updateComplete;
    expect(banner.matches(':state(idle)')).to.equal(true);
    expect(text(banner)).to.equal('');
    expect(document.activeElement).to.equal(field);
  });

  it('is accessible in every state', async () => {
    const banner = await warned('sign-out-url="/out" sign-in-url="/in"');
    await expect(banner).to.be.accessible();
    await banner.expire();
    await banner.updateComplete;
    expect(banner.matches(':state(expired)')).to.equal(true);
    await expect(banner).to.be.accessible();
  });

  it('posts to keep-alive-url, and closes only after the answer', async () => {
    const banner = await warned('keep-alive-url="/keep-alive"');
    const { calls, reply } = stubFetch();
    part(banner, 'extend').click();
    expect(banner.matches(':state(extending)')).to.equal(true);
    expect(calls.map(([url, method]) => `${method} ${url}`)).to.deep.equal([`POST ${location.origin}/keep-alive`]);
    const extended = oneEvent(banner, 'sao-session-extended');
    reply(answer(200, { expiresIn: 900 }));
    await extended;
    expect(banner.matches(':state(idle)')).to.equal(true);
  });

  it('refuses a warning of less than twenty seconds with one error', async () => {
    const errors: string[] = [];
    const { error } = console;
    console.error = (message: string) => errors.push(message);
    page.said.clear();
    const banner = await create('warning="5"');
    console.error = error;
    expect(errors).to.have.length(1);
    expect(errors[0]).to.contain('warning="5"');
    await leap(1779);
    expect(banner.matches(':state(idle)')).to.equal(true);
    await leap(1);
    expect(banner.matches(':state(warning)')).to.equal(true);
  });

  it('lets the host save before the end', async () => {
    const banner = await create();
    let saved: (value?: unknown) => void = () => undefined;
    banner.addEventListener('sao-session-expiring', (event) =>
      event.waitUntil(new Promise((resolve) => (saved = resolve))),
    );
    const ended = banner.expire();
    await aTimeout(0);
    expect(banner.matches(':state(expired)')).to.equal(false);
    saved();
    await ended;
    expect(banner.matches(':state(expired)')).to.equal(true);
  });
});
