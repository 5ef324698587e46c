import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/session-timeout-banner.js';
import type { SaoSessionTimeoutBanner } from '../../src/session-timeout-banner.js';
import { page } from '../../src/shared/page.js';
import { waitUntil } from '../wait-until.js';
import { answer, leap, part, restoreWorld, stubFetch, stubTime, text } from './browser-world.js';

describe('<sao-session-timeout-banner> whose host changes its mind', () => {
  beforeEach(() => stubTime());
  afterEach(() => restoreWorld());

  const create = async (attributes: string): Promise<SaoSessionTimeoutBanner> => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.innerHTML = `<sao-session-timeout-banner lang="en" ${attributes}></sao-session-timeout-banner>`;
    const banner = place.querySelector('sao-session-timeout-banner');
    if (!banner) throw new Error('no banner');
    await banner.updateComplete;
    return banner;
  };
  const session = () => `session="${Math.random()}"`;

  it('warns a minute before the end again when its own time is taken away', async () => {
    const banner = await create(`${session()} warning="30"`);
    banner.removeAttribute('warning');
    await banner.updateComplete;
    await leap(1739);
    expect(banner.matches(':state(idle)')).to.equal(true);
    await leap(1);
    expect(banner.matches(':state(warning)')).to.equal(true);
  });

  it('without a name any more, shares the session of those without one', async () => {
    const named = await create(session());
    const nameless = await create('');
    named.removeAttribute('session');
    await named.updateComplete;
    await nameless.expire();
    await waitUntil(() => named.matches(':state(expired)'));
  });

  it('begins anew under another name, though the last session of that name has ended', async () => {
    const former = await create('session="b"');
    await former.expire();
    former.remove();
    const banner = await create(session());
    banner.session = 'b';
    await banner.updateComplete;
    await leap(1739);
    expect(banner.matches(':state(idle)')).to.equal(true);
    await leap(1);
    expect(banner.matches(':state(warning)')).to.equal(true);
  });

  it('tells the other tabs of a new expires-at', async () => {
    const shared = session();
    const here = await create(shared);
    const elsewhere = await create(shared);
    await leap(1750);
    expect(elsewhere.matches(':state(warning)')).to.equal(true);
    here.expiresAt = new Date(Date.now() + 900_000).toISOString();
    await waitUntil(() => elsewhere.matches(':state(idle)') && here.matches(':state(idle)'));
  });

  it('uses half an hour where the timeout is no number that ends', async () => {
    const errors: string[] = [];
    const { error } = console;
    console.error = (message: string) => errors.push(message);
    page.said.clear();
    const banner = await create(`${session()} timeout="Infinity"`);
    console.error = error;
    expect(errors).to.have.length(1);
    expect(errors[0]).to.contain('timeout="Infinity"');
    await leap(1740);
    expect(banner.matches(':state(warning)')).to.equal(true);
  });

  it('with a warning longer than the timeout stays open, and renews the time without coming and going', async () => {
    const banner = await create(`${session()} timeout="40" warning="60"`);
    const heard: string[] = [];
    for (const name of ['warning', 'extended']) {
      banner.addEventListener(`sao-session-${name}`, () => heard.push(name));
    }
    await leap(15);
    for (const key of ['a', 'b', 'c'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await leap(0);
    await banner.updateComplete;
    expect(text(part(banner, 'countdown'))).to.equal('Time left: 40 seconds');
    await leap(10);
    expect(heard).to.deep.equal([]);
    part(banner, 'extend').click();
    await banner.updateComplete;
    expect(heard).to.deep.equal(['extended']);
    expect(text(part(banner, 'countdown'))).to.equal('Time left: 40 seconds');
  });

  it('lets the reader sign in again while a host dialog is open', async () => {
    const host = await fixture<HTMLDialogElement>(html`<dialog><button>Host</button></dialog>`);
    host.showModal();
    const banner = await create(`${session()} sign-in-url="/in"`);
    await banner.expire();
    const link = () => banner.shadowRoot?.querySelector<HTMLElement>('dialog:modal a');
    await waitUntil(link);
    expect(banner.shadowRoot?.activeElement).to.equal(link());
    // Escape leads back to the host's dialog: the reader may have something to save.
    banner.shadowRoot?.querySelector('dialog')?.requestClose();
    await banner.updateComplete;
    expect(banner.shadowRoot?.querySelector(':modal')).to.equal(null);
    expect(host.contains(document.activeElement)).to.equal(true);
    host.close();
  });

  it('tries again where quiet use could not be told, and says so when it warns', async () => {
    const { calls, reply, asked } = stubFetch();
    const banner = await create(`${session()} keep-alive-url="/k"`);
    await leap(1700);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    await asked(1);
    const failed = oneEvent(banner, 'sao-session-extend-failed');
    reply(answer(503));
    await failed;
    expect(banner.matches(':state(extending)')).to.equal(true);
    expect(text(banner)).to.equal('');
    await leap(4);
    expect(calls).to.have.length(1);
    await leap(2);
    await asked(2);
    const failedAgain = oneEvent(banner, 'sao-session-extend-failed');
    reply(answer(503));
    await failedAgain;
    expect(text(banner)).to.equal('');
    await leap(40);
    await banner.updateComplete;
    expect(text(part(banner, 'message'))).to.equal('Not extended yet');
    await asked(3);
    const extended = oneEvent(banner, 'sao-session-extended');
    reply(answer(204));
    await extended;
    expect(banner.matches(':state(idle)')).to.equal(true);
  });

  it('asks the server before ending, however short ago it was asked', async () => {
    const { calls, reply } = stubFetch();
    const banner = await create(`${session()} timeout="20" warning="20" status-url="/status"`);
    expect(calls).to.have.length(1);
    reply(answer(200, { expiresIn: 3 }));
    await waitUntil(() => banner.matches(':state(warning)'));
    await leap(3);
    expect(calls).to.have.length(2);
    reply(answer(200, { expiresIn: 900 }));
    await waitUntil(() => banner.matches(':state(idle)'));
  });

  it('takes an answer of null, too, for one without a number', async () => {
    const { reply } = stubFetch();
    const banner = await create(`${session()} keep-alive-url="/k"`);
    const extended = oneEvent(banner, 'sao-session-extended');
    banner.extend();
    reply(new Response('null'));
    await extended;
    expect(banner.matches(':state(idle)')).to.equal(true);
  });

  it('shows a way back in that is named only after the end', async () => {
    const banner = await create(session());
    await banner.expire();
    banner.signInUrl = '/in';
    await banner.updateComplete;
    await waitUntil(() => banner.shadowRoot?.querySelector('a'));
    expect(banner.shadowRoot?.querySelector('a')?.getAttribute('href')).to.equal(`${location.origin}/in`);
  });
});
