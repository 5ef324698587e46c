import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../src/session-timeout-banner.js';
import type { SaoSessionTimeoutBanner } from '../../src/session-timeout-banner.js';
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
    place.innerHTML = `<sao-session-timeout-banner lang="en" session="${Math.random()}" ${attributes}></sao-session-timeout-banner>`;
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
    reply(answer(200, { expiresIn: 1000 }));
    try {
      await waitUntil(() => getComputedStyle(document.body).visibility === visibility);
    } finally {
      document.documentElement.removeAttribute('style');
    }
  });
});
