// The demo's switches: they make this page lose its network, its endpoint or its session, and show what the votes do.
import { votes } from '/dist/embed/sao-widgets.js';

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const button = (/** @type {string} */ name) =>
  /** @type {HTMLButtonElement} */ (document.querySelector(`[data-control=${name}]`));

function note(/** @type {string} */ text) {
  const line = document.createElement('li');
  line.textContent = `${new Date().toLocaleTimeString('en-GB')} ${text}`;
  byId('events').prepend(line);
}

const plural = (/** @type {number} */ count, /** @type {string} */ noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

async function refresh() {
  byId('waiting').textContent = plural((await votes.pending()).length, 'vote');
  const { article, href } = /** @type {any} */ (document.querySelector('sao-article-card'));
  try {
    const answer = await fetch(`/votes?article=${encodeURIComponent(article ?? href)}`, { cache: 'no-store' });
    const { tallies } = await answer.json();
    byId('counted').textContent = `${plural(tallies[0].sum, 'point')} in ${plural(tallies[0].count, 'vote')}`;
  } catch {
    byId('counted').textContent = 'out of reach';
  }
}

// Offline, for this page only: a browser has no switch that a page may turn, so the page's own network is taken away.
const realFetch = window.fetch;
function setOffline(/** @type {boolean} */ offline) {
  sessionStorage.setItem('demo-offline', offline ? 'yes' : '');
  button('offline').setAttribute('aria-pressed', String(offline));
  window.fetch = offline ? () => Promise.reject(new TypeError('Offline (by the demo’s switch)')) : realFetch;
  Object.defineProperty(navigator, 'onLine', { get: () => !offline, configurable: true });
  window.dispatchEvent(new Event(offline ? 'offline' : 'online'));
  note(offline ? 'This page is offline.' : 'This page is online.');
  void refresh();
}
button('offline').addEventListener('click', () => setOffline(!sessionStorage.getItem('demo-offline')));
if (sessionStorage.getItem('demo-offline')) setOffline(true);

button('endpoint').addEventListener('click', async () => {
  const stop = button('endpoint').getAttribute('aria-pressed') !== 'true';
  await realFetch(`/demo/endpoint/${stop ? 'stop' : 'start'}`, { method: 'POST' });
  button('endpoint').setAttribute('aria-pressed', String(stop));
  note(stop ? 'The endpoint is stopped.' : 'The endpoint runs.');
  // It would try by itself, after longer and longer pauses; whoever pressed the button wants to see it now.
  if (!stop) void votes.flush();
  void refresh();
});

button('session').addEventListener('click', async () => {
  await realFetch('/session/shorten', { method: 'POST' });
  const banner = document.querySelector('sao-session-timeout-banner');
  banner?.setAttribute('expires-at', new Date(Date.now() + 70_000).toISOString());
  // Whoever pressed the button uses the site, which would quietly extend the session; here its end is to be seen.
  banner?.setAttribute('activity', 'ignore');
  banner?.addEventListener('sao-session-extended', () => banner.removeAttribute('activity'), { once: true });
  note('The session ends in 70 seconds; the bar opens in 10.');
});

button('language').addEventListener('click', () => {
  document.documentElement.lang = document.documentElement.lang === 'vi' ? 'en' : 'vi';
});

const events = {
  'sao-vote': 'kept on this device',
  'sao-vote-sent': 'confirmed by the endpoint',
  'sao-vote-rejected': 'refused by the endpoint',
  'sao-session-warning': 'the session is about to end',
  'sao-session-extended': 'the session goes on',
  'sao-session-expired': 'the session has ended',
};
for (const [type, meaning] of Object.entries(events)) {
  document.addEventListener(type, (event) => {
    const { score, max, reason } = /** @type {CustomEvent} */ (event).detail ?? {};
    note(`${type}: ${score ? `${score} of ${max}, ` : ''}${meaning}${reason ? ` (${reason})` : ''}`);
    void refresh();
  });
}
votes.addEventListener('change', () => void refresh());
void refresh();

const { integrity, src } = /** @type {HTMLScriptElement} */ (document.querySelector('script[integrity]'));
byId('snippet').textContent = `<script type="module" src="${src}"
        integrity="${integrity}" crossorigin="anonymous"
        data-endpoint="${location.origin}/votes"></script>

<sao-star-rating></sao-star-rating>`;
