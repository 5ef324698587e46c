import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/session-timeout-banner.js';
import type { SaoSessionTimeoutBanner } from '../../src/session-timeout-banner.js';
import { addLanguage } from '../../src/shared/language.js';
import { page } from '../../src/shared/page.js';
import { ar } from '../../src/session-timeout-banner/words/ar.js';
import { pl } from '../../src/session-timeout-banner/words/pl.js';
import { waitUntil } from '../wait-until.js';
import {
  answer,
  countTimers,
  leap,
  part,
  restoreWorld,
  setWallClock,
  stubFetch,
  stubTime,
  text,
} from './browser-world.js';

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

  for (const [state, online] of [
    ['extending', true],
    ['offline', false],
  ] as const) {
    it(`is accessible while ${state}, and says so`, async () => {
      Object.defineProperty(navigator, 'onLine', { value: online, configurable: true });
      const banner = await warned('lang="en" keep-alive-url="/k"');
      stubFetch();
      banner.extend();
      await banner.updateComplete;
      expect(banner.matches(`:state(${state})`)).to.equal(true);
      expect(text(part(banner, 'message'))).to.equal(online ? 'Extending…' : 'No network, trying again…');
      await expect(banner).to.be.accessible();
      Reflect.deleteProperty(navigator, 'onLine');
    });
  }

  it('does nothing while prerendering, and counts that time', async () => {
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
    const { calls } = stubFetch();
    const stored = localStorage.length;
    const timers = countTimers();
    const banner = await create('status-url="/status"');
    await leap(3600);
    expect(calls).to.deep.equal([]);
    expect(localStorage.length).to.equal(stored);
    expect(timers.alive()).to.deep.equal([]);
    timers.stop();
    expect(banner.matches(':state(idle)')).to.equal(true);
    Reflect.deleteProperty(document, 'prerendering');
    document.dispatchEvent(new Event('prerenderingchange'));
    await waitUntil(() => calls.length === 1);
  });

  it('waits for a host that saves five seconds at most', async () => {
    const banner = await create();
    banner.addEventListener('sao-session-expiring', (event) => event.waitUntil(new Promise(() => undefined)));
    const set = window.setTimeout.bind(window);
    let timeIsUp: (() => void) | undefined;
    let wait: number | undefined;
    Object.assign(window, { setTimeout: (action: () => void, delay?: number) => ([timeIsUp, wait] = [action, delay]) });
    const ended = banner.expire();
    Object.assign(window, { setTimeout: set });
    expect(wait).to.equal(5000);
    await aTimeout(0);
    expect(banner.matches(':state(expired)')).to.equal(false);
    timeIsUp?.();
    await ended;
    expect(banner.matches(':state(expired)')).to.equal(true);
  });

  it('posts to keep-alive-url, and closes only after the answer', async () => {
    const banner = await warned('keep-alive-url="/keep-alive"');
    const { calls, reply, asked } = stubFetch();
    part(banner, 'extend').click();
    expect(banner.matches(':state(extending)')).to.equal(true);
    await asked(1);
    expect(calls.map(([url, method]) => `${method} ${url}`)).to.deep.equal([`POST ${location.origin}/keep-alive`]);
    const extended = oneEvent(banner, 'sao-session-extended');
    reply(answer(200, { expiresIn: 900 }));
    await extended;
    expect(banner.matches(':state(idle)')).to.equal(true);
  });

  it('takes an answer without a number (204) for the whole timeout', async () => {
    const banner = await warned('keep-alive-url="/keep-alive"');
    const { reply } = stubFetch();
    banner.extend();
    const extended = oneEvent(banner, 'sao-session-extended');
    reply(answer(204));
    await extended;
    await leap(1730);
    expect(banner.matches(':state(idle)')).to.equal(true);
    await leap(10);
    expect(banner.matches(':state(warning)')).to.equal(true);
  });

  for (const [warning, seconds] of [
    ['5', 20],
    ['soon', 60],
  ] as const) {
    it(`refuses warning="${warning}" with one error, and warns ${seconds} seconds before the end`, async () => {
      const errors: string[] = [];
      const { error } = console;
      console.error = (message: string) => errors.push(message);
      page.said.clear();
      const banner = await create(`warning="${warning}"`);
      console.error = error;
      expect(errors).to.have.length(1);
      expect(errors[0]).to.contain(`warning="${warning}"`);
      await leap(1799 - seconds);
      expect(banner.matches(':state(idle)')).to.equal(true);
      await leap(1);
      expect(banner.matches(':state(warning)')).to.equal(true);
    });
  }

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

  const errorsOf = async (act: () => Promise<unknown>): Promise<string[]> => {
    const errors: string[] = [];
    const { error } = console;
    console.error = (message: string) => errors.push(message);
    page.said.clear();
    await act();
    console.error = error;
    return errors;
  };

  for (const [attribute, value] of [
    ['keep-alive-url', 'javascript:alert(1)'],
    ['status-url', 'https://evil.example/status'],
    ['sign-in-url', 'data:text/html,x'],
  ] as const) {
    it(`refuses ${attribute}="${value}" with one error, and never uses it`, async () => {
      const { calls } = stubFetch();
      let banner: SaoSessionTimeoutBanner | undefined;
      const errors = await errorsOf(async () => {
        banner = await warned(`${attribute}="${value}"`);
        banner.extend();
        await banner.expire();
      });
      expect(errors).to.have.length(1);
      expect(errors[0]).to.contain(attribute);
      expect(calls).to.deep.equal([]);
      expect(banner?.shadowRoot?.querySelector('a')).to.equal(null);
    });
  }

  for (const [attribute, value] of [
    ['activity', 'keep'],
    ['on-expired', 'redirekt'],
    ['on-expired', 'or'],
  ] as const) {
    it(`says what ${attribute}="${value}" may be, and none of it for what it may`, async () => {
      const errors = await errorsOf(() => create(`${attribute}="${value}"`));
      expect(errors).to.have.length(1);
      expect(errors[0]).to.contain(`${attribute}="${value}": must be`);
      for (const right of ['activity="extend"', 'activity="ignore"', 'on-expired="message"', 'on-expired="redirect"'])
        expect(await errorsOf(() => create(right))).to.deep.equal([]);
    });
  }

  it('uses a foreign URL whose origin is listed', async () => {
    const banner = await warned(
      'keep-alive-url="https://login.example/k" allow-origins="https://x.example https://login.example"',
    );
    const { calls, asked } = stubFetch();
    banner.extend();
    await asked(1);
    expect(calls[0]?.[0]).to.equal('https://login.example/k');
  });

  it('asks status-url before it warns, and the answer can spare the warning', async () => {
    const { calls, reply } = stubFetch();
    const banner = await create('status-url="/status"');
    await leap(1741);
    expect(calls.map(([, method]) => method)).to.deep.equal(['GET']);
    expect(text(banner)).to.equal('');
    reply(answer(200, { expiresIn: 1000 }));
    await leap(0);
    expect(banner.matches(':state(idle)')).to.equal(true);
  });

  it('ends when status-url answers 401', async () => {
    const { reply } = stubFetch();
    const banner = await create('status-url="/status"');
    const expired = oneEvent(banner, 'sao-session-expired');
    await leap(1741);
    reply(answer(401));
    await expired;
    expect(banner.matches(':state(expired)')).to.equal(true);
  });

  it('tells of a failure, and succeeds at a later attempt', async () => {
    const banner = await warned('lang="en" keep-alive-url="/k"');
    const { calls, reply, asked } = stubFetch();
    const failed = oneEvent(banner, 'sao-session-extend-failed');
    part(banner, 'extend').click();
    reply(answer(500));
    expect(((await failed) as CustomEvent<{ reason: string }>).detail.reason).to.equal('unavailable');
    await banner.updateComplete;
    expect(banner.matches(':state(extending)')).to.equal(true);
    expect(text(part(banner, 'message'))).to.equal('Not extended yet');
    await leap(4);
    expect(calls).to.have.length(1);
    await leap(2);
    await asked(2);
    const extended = oneEvent(banner, 'sao-session-extended');
    reply(answer(204));
    await extended;
    expect(banner.matches(':state(idle)')).to.equal(true);
  });

  it('a wall clock set by a day either way changes nothing', async () => {
    const banner = await create();
    await setWallClock(86_400);
    expect(banner.matches(':state(idle)')).to.equal(true);
    await setWallClock(-2 * 86_400);
    await leap(1739);
    expect(banner.matches(':state(idle)')).to.equal(true);
    await leap(1);
    expect(banner.matches(':state(warning)')).to.equal(true);
  });

  it('has one timer between warnings, even for thirty days, and none after it left', async () => {
    const timers = countTimers();
    const banner = await create('timeout="2592000"');
    expect(timers.alive()).to.deep.equal([2 ** 31 - 1]);
    await leap(29 * 86_400);
    expect(banner.matches(':state(idle)')).to.equal(true);
    expect(timers.alive()).to.have.length(1);
    banner.remove();
    await banner.updateComplete;
    expect(timers.alive()).to.deep.equal([]);
    timers.stop();
  });

  it('survives a move while it is open', async () => {
    const banner = await warned();
    const elsewhere = await fixture(html`<section></section>`);
    elsewhere.append(banner);
    await banner.updateComplete;
    expect(banner.shadowRoot?.querySelector('[popover]')?.matches(':popover-open')).to.equal(true);
    expect(banner.matches(':state(warning)')).to.equal(true);
  });

  it('becomes a dialog of its own while a host dialog is open, even one opened later', async () => {
    const host = await fixture<HTMLDialogElement>(html`<dialog><button>Host</button></dialog>`);
    const banner = await warned();
    const dialog = () => banner.shadowRoot?.querySelector(':modal');
    expect(dialog()).to.equal(null);
    host.showModal();
    await leap(1);
    await waitUntil(dialog);
    expect(banner.shadowRoot?.activeElement).to.equal(part(banner, 'extend'));
    part(banner, 'extend').click();
    await waitUntil(() => !dialog());
    expect(host.contains(document.activeElement)).to.equal(true);
    host.close();
  });

  it('with modal, takes the focus, extends on Escape and gives the focus back', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Field" />`);
    field.focus();
    const banner = await warned('modal');
    const dialog = banner.shadowRoot?.querySelector('dialog');
    expect(dialog?.matches(':modal')).to.equal(true);
    await expect(banner).to.be.accessible();
    dialog?.dispatchEvent(new Event('cancel', { cancelable: true }));
    await banner.updateComplete;
    expect(banner.shadowRoot?.querySelector(':modal')).to.equal(null);
    expect(banner.matches(':state(idle)')).to.equal(true);
    expect(document.activeElement).to.equal(field);
  });

  it('offers no extension of a final end, and says so', async () => {
    const banner = await create(`lang="en" max-session="${new Date(Date.now() + 50_000).toISOString()}"`);
    await banner.updateComplete;
    expect(text(banner)).to.match(/^Your session cannot be extended\. Time left: \d\d seconds$/);
    expect(banner.shadowRoot?.querySelector('[part="extend"]')).to.equal(null);
  });

  it('says the time at opening, at 40 and at 20 seconds, not each second', async () => {
    const banner = await warned('lang="en"');
    const region = banner.shadowRoot?.querySelector('[role="alert"]');
    const heard: (string | null | undefined)[] = [];
    for (let second = 0; second < 45; second++) {
      if (heard.at(-1) !== region?.textContent) heard.push(region?.textContent);
      await leap(1);
      await banner.updateComplete;
    }
    const sentence = 'You have not used this site. Click here to stay signed in. Time left: ';
    expect(heard).to.deep.equal([60, 40, 20].map((seconds) => `${sentence}${seconds} seconds`));
    banner.extend();
    await banner.updateComplete;
    expect(region?.textContent).to.equal('You are still signed in');
  });

  it('keys, pointer and input extend quietly; mouse moves and finding the way do not', async () => {
    const banner = await create();
    await leap(1700);
    document.dispatchEvent(new MouseEvent('mousemove', { bubbles: true }));
    document.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    await leap(40);
    expect(banner.matches(':state(warning)')).to.equal(true);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    expect(banner.matches(':state(idle)')).to.equal(true);
  });

  it('with activity="ignore" use does not extend', async () => {
    const banner = await warned('activity="ignore"');
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    expect(banner.matches(':state(warning)')).to.equal(true);
  });

  it('a thousand keys make one request', async () => {
    await create('keep-alive-url="/k"');
    const { calls, asked } = stubFetch();
    await leap(600);
    for (let key = 0; key < 1000; key++) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    }
    await asked(1);
    await leap(59);
    expect(calls).to.have.length(1);
  });

  it('takes changed attributes in at once', async () => {
    const banner = await create();
    await leap(1000);
    banner.timeout = 1030;
    await banner.updateComplete;
    expect(banner.matches(':state(warning)')).to.equal(true);
    banner.timeout = 3600;
    await banner.updateComplete;
    expect(banner.matches(':state(idle)')).to.equal(true);
  });

  it('starts at expires-at', async () => {
    const banner = await create(`expires-at="${new Date(Date.now() + 90_000).toISOString()}"`);
    await leap(29);
    expect(banner.matches(':state(idle)')).to.equal(true);
    await leap(2);
    expect(banner.matches(':state(warning)')).to.equal(true);
  });

  it('speaks Polish and Arabic with the right plurals', async () => {
    addLanguage('pl', { session: pl });
    addLanguage('ar', { session: ar });
    const banner = await warned('lang="pl"');
    const said = async (seconds: number) => {
      await leap(seconds);
      await banner.updateComplete;
      return text(part(banner, 'countdown'));
    };
    expect(await said(38)).to.equal('Pozostały czas: 22 sekundy');
    expect(await said(17)).to.equal('Pozostały czas: 5 sekund');
    banner.lang = 'ar';
    await waitUntil(() => part(banner, 'countdown').textContent.includes('ثوانٍ'));
    expect(await said(3)).to.equal('الوقت المتبقي: ثانيتان');
    page.languages.clear();
  });

  it('hides the page when it goes to the back/forward cache, and shows it only after the server was asked', async () => {
    const { reply } = stubFetch();
    const banner = await create('status-url="/status"');
    const { visibility } = getComputedStyle(document.body);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(getComputedStyle(document.body).visibility).to.equal('hidden');
    reply(answer(200, { expiresIn: 1000 }));
    await waitUntil(() => getComputedStyle(document.body).visibility === visibility);
    expect(banner.matches(':state(idle)')).to.equal(true);
    expect(document.documentElement.getAttribute('style') ?? '').to.equal('');
  });
});
