import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/session-timeout-banner.js';
import type { SaoSessionTimeoutBanner } from '../../src/session-timeout-banner.js';
import { waitUntil } from '../wait-until.js';
import { answer, leap, part, restoreWorld, settled, stubFetch, stubTime, text } from './browser-world.js';
import { fakeTimers } from './fake-timers.js';

describe('<sao-session-timeout-banner> while it is asking, failing and ending', () => {
  beforeEach(() => stubTime());
  afterEach(() => {
    restoreWorld();
    Reflect.deleteProperty(navigator, 'onLine');
  });

  const create = async (attributes: string): Promise<SaoSessionTimeoutBanner> => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.innerHTML = `<sao-session-timeout-banner lang="en" ${attributes} session="${Math.random()}"></sao-session-timeout-banner>`;
    const banner = place.querySelector('sao-session-timeout-banner');
    if (!banner) throw new Error('no banner');
    await banner.updateComplete;
    return banner;
  };

  const extending = async (attributes = ''): Promise<SaoSessionTimeoutBanner> => {
    const banner = await create(`keep-alive-url="/keep-alive" sign-out-url="/out" ${attributes}`);
    await leap(1740);
    part(banner, 'extend').click();
    await banner.updateComplete;
    return banner;
  };

  for (const form of ['', 'modal']) {
    it(`is accessible while extending, offline and after a failure ${form && `as a ${form}`}`, async () => {
      const { reply } = stubFetch();
      const banner = await extending(form);
      expect(banner.matches(':state(extending)')).to.equal(true);
      expect(text(part(banner, 'message'))).to.equal('Extending…');
      await expect(banner).to.be.accessible();
      reply(answer(503));
      await oneEvent(banner, 'sao-session-extend-failed');
      await banner.updateComplete;
      expect(text(part(banner, 'message'))).to.equal('Not extended yet');
      await expect(banner).to.be.accessible();
      Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
      window.dispatchEvent(new Event('offline'));
      await banner.updateComplete;
      expect(banner.matches(':state(offline)')).to.equal(true);
      expect(text(part(banner, 'message'))).to.equal('No network, trying again…');
      await expect(banner).to.be.accessible();
    });
  }

  it('waits for a host that saves for ever five seconds, and no longer', async () => {
    const timers = fakeTimers();
    try {
      const banner = await create('');
      banner.addEventListener('sao-session-expiring', (event) => event.waitUntil(new Promise(() => undefined)));
      void banner.expire();
      await settled();
      await timers.pass(4.9);
      expect(banner.matches(':state(expired)')).to.equal(false);
      await timers.pass(0.1);
      expect(banner.matches(':state(expired)')).to.equal(true);
    } finally {
      timers.restore();
    }
  });

  it('ends at once where nothing is to be saved, and when the last saving failed', async () => {
    const banner = await create('');
    let fail: (error: Error) => void = () => undefined;
    banner.addEventListener('sao-session-expiring', (event) => {
      event.waitUntil(Promise.resolve());
      event.waitUntil(new Promise((_, reject) => (fail = reject)));
    });
    void banner.expire();
    await settled();
    expect(banner.matches(':state(expired)')).to.equal(false);
    fail(new Error('not saved'));
    await waitUntil(() => banner.matches(':state(expired)'));
    const other = await create('');
    void other.expire();
    await settled();
    expect(other.matches(':state(expired)')).to.equal(true);
  });

  it('ends where events and promises are those of an old library', async () => {
    const own = { Event, Promise };
    class OldPromise<T> extends Promise<T> {
      static override allSettled = undefined as never;
    }
    const OldEvent = (event: Event) => ({ event });
    const banner = await create('');
    let saved: () => void = () => undefined;
    banner.addEventListener('sao-session-expiring', (event) =>
      event.waitUntil(new OldPromise<void>((resolve) => (saved = resolve))),
    );
    Object.assign(window, { Event: OldEvent, Promise: OldPromise });
    try {
      void banner.expire();
      await settled();
      expect(banner.matches(':state(expired)')).to.equal(false);
      saved();
      await settled();
      expect(banner.matches(':state(expired)')).to.equal(true);
    } finally {
      Object.assign(window, own);
    }
  });

  it('uncovers a page that was left again before the server had answered', async () => {
    const { reply } = stubFetch();
    await create('status-url="/status"');
    const { visibility } = getComputedStyle(document.body);
    const turn = (type: string) => window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
    turn('pagehide');
    turn('pageshow');
    turn('pagehide');
    turn('pageshow');
    expect(getComputedStyle(document.body).visibility).to.equal('hidden');
    // This one was asked for before the page was left the second time, and says nothing of now.
    reply(answer(200, { expiresIn: 1000 }));
    await settled();
    expect(getComputedStyle(document.body).visibility).to.equal('hidden');
    reply(answer(200, { expiresIn: 1000 }));
    try {
      await waitUntil(() => getComputedStyle(document.body).visibility === visibility);
    } finally {
      document.documentElement.removeAttribute('style');
    }
  });

  it('stays covered, however short ago the server was asked, until it was asked again; and after a 401', async () => {
    const { reply, asked } = stubFetch();
    const banner = await create('status-url="/status" timeout="80"');
    // Within ten seconds of the warning.
    await leap(15);
    await asked(1);
    reply(answer(200, { expiresIn: 1000 }));
    await settled();
    const isCovered = () => getComputedStyle(document.body).visibility === 'hidden';
    const look = () => document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    look();
    try {
      await leap(1);
      // As a page comes back: visible first.
      look();
      await settled();
      expect(isCovered()).to.equal(true);
      // What another tab left behind meanwhile is not the server's word.
      localStorage.setItem(
        `sao-session:${banner.session}`,
        JSON.stringify({ at: Date.now(), left: 2_000_000, news: 'extended' }),
      );
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await asked(2);
      expect(isCovered()).to.equal(true);
      reply(answer(401));
      await waitUntil(() => banner.matches(':state(expired)'));
      expect(isCovered()).to.equal(true);
    } finally {
      document.documentElement.removeAttribute('style');
    }
  });

  it('has the part base where it can be seen, and nowhere else', async () => {
    for (const form of ['', 'modal']) {
      const banner = await create(form);
      const base = () => banner.shadowRoot?.querySelector<HTMLElement>('[part~="base"]');
      expect(base() ?? null).to.equal(null);
      await leap(1745);
      await banner.updateComplete;
      const surface = base();
      expect(surface?.matches(form ? ':modal' : ':popover-open')).to.equal(true);
      const { top, right, bottom, left, height } = surface?.getBoundingClientRect() ?? new DOMRect();
      expect(height).to.be.greaterThan(40);
      expect([top >= 0, left >= 0, right <= innerWidth, bottom <= innerHeight]).to.deep.equal([true, true, true, true]);
      banner.remove();
    }
  });

  it('gives the focus back from a dialog that it had left by Tab', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Field" />`);
    field.focus();
    const banner = await create('modal');
    await leap(1745);
    await banner.updateComplete;
    (banner.shadowRoot?.activeElement as HTMLElement).blur();
    expect(document.activeElement).to.equal(document.body);
    banner.extend();
    await banner.updateComplete;
    expect(document.activeElement).to.equal(field);
  });

  it('stays modal when the browser closes it, until it is answered', async () => {
    const banner = await create('modal');
    await leap(1745);
    await banner.updateComplete;
    const dialog = banner.shadowRoot?.querySelector('dialog');
    const closed = new Promise((resolve) => dialog?.addEventListener('close', resolve, { once: true }));
    dialog?.close();
    await closed;
    await banner.updateComplete;
    expect(banner.matches(':state(warning)')).to.equal(true);
    expect(dialog?.matches(':modal')).to.equal(true);
  });

  it('says that a wish has failed, long before the warning, as a banner; and closes when it came true', async () => {
    const { reply } = stubFetch();
    const banner = await create('keep-alive-url="/keep-alive" modal');
    const failed = oneEvent(banner, 'sao-session-extend-failed');
    const heard: string[] = [];
    for (const name of ['warning', 'extended']) {
      banner.addEventListener(`sao-session-${name}`, () => heard.push(name));
    }
    banner.extend();
    expect(text(banner)).to.equal('');
    reply(answer(503));
    await failed;
    await banner.updateComplete;
    expect(text(part(banner, 'message'))).to.equal('Not extended yet');
    expect(banner.matches(':state(extending)')).to.equal(true);
    expect(banner.shadowRoot?.querySelector(':modal')).to.equal(null);
    await leap(6);
    const extended = oneEvent(banner, 'sao-session-extended');
    reply(answer(204));
    await extended;
    await banner.updateComplete;
    expect(text(banner)).to.equal('');
    expect(heard).to.deep.equal(['extended']);
  });

  it('speaks where the page is covered', async () => {
    const banner = await create('');
    document.documentElement.style.visibility = 'hidden';
    const line = banner.shadowRoot?.querySelector('[role="alert"]');
    expect(line && getComputedStyle(line).visibility).to.equal('visible');
    document.documentElement.removeAttribute('style');
  });
});
