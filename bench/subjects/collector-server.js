// Where the events of the crash course go: on an origin of its own, which can be away, refuse, or store and fall silent.
import { gunzipSync } from 'node:zlib';
import { bodyOf, startSite } from '../site.js';

/** @typedef {'fine' | '503' | 'unreachable' | 'stored, then dropped'} Mode */

/** The events named in a body, however it is wrapped. @param {Buffer} body */
function eventsIn(body) {
  const text = body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body).toString() : body.toString();
  const encoded = /^data=([^&]+)/.exec(text)?.[1];
  const plain = encoded ? Buffer.from(decodeURIComponent(encoded), 'base64').toString() : text;
  return plain.match(/course-event-\d+-end/g) ?? [];
}

export async function startCollector() {
  /** How often each event arrived. @type {Map<string, number>} */
  const arrivals = new Map();
  /** @type {Mode} */
  let mode = 'fine';
  let drops = 0;
  /** @type {Set<() => void>} */
  const watchers = new Set();
  const site = await startSite({}, async (request, response) => {
    const now = mode;
    if (now === 'unreachable') return void response.destroy();
    const origin = request.headers.origin ?? '*';
    const headers = {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Methods': 'POST, GET, OPTIONS',
      'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '',
      'Access-Control-Allow-Credentials': 'true',
      'Content-Type': 'application/json',
    };
    if (request.method !== 'POST') return void response.writeHead(200, headers).end('{}');
    const events = eventsIn(await bodyOf(request));
    if (now === '503') return void response.writeHead(503, headers).end();
    // An id may be named more than once in one body.
    for (const event of new Set(events)) arrivals.set(event, (arrivals.get(event) ?? 0) + 1);
    for (const watcher of [...watchers]) watcher();
    if (now === 'stored, then dropped' && events.length > 0 && drops-- > 0) return void response.destroy();
    response.writeHead(200, headers).end('{"success":true,"status":1}');
  });
  return {
    ...site,
    delivered: () => arrivals.size,
    copies: () => [...arrivals.values()].reduce((sum, times) => sum + times - 1, 0),
    /** @param {Mode} next @param {number} [times] how many answers are dropped */
    setMode(next, times = 0) {
      mode = next;
      drops = times;
    },
    /** Resolves once so many have arrived, or the time is up. @param {number} count @param {number} milliseconds */
    arrived: (count, milliseconds) =>
      new Promise((/** @type {(value: void) => void} */ resolve) => {
        const finish = () => {
          clearTimeout(timer);
          watchers.delete(look);
          resolve();
        };
        const look = () => {
          if (arrivals.size >= count) finish();
        };
        const timer = setTimeout(finish, milliseconds);
        watchers.add(look);
        look();
      }),
  };
}
