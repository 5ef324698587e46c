import { loadError } from './load-error.js';

const timeout = 10_000;

/** XMLHttpRequest, because it parses XML without a string for Trusted Types to forbid, and honours its encoding. */
export function download(url: string): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.timeout = timeout;
    request.onreadystatechange = () => {
      // Many feeds are sent as text/html or text/plain; only XML types are parsed.
      if (request.readyState === 2 && !request.getResponseHeader('content-type')?.includes('json')) {
        request.overrideMimeType('text/xml');
      }
    };
    request.onload = () => {
      if (request.status < 400) resolve(request);
      else reject(loadError('status', `the answer was ${request.status}.`));
    };
    request.onerror = () => void whyUnreadable(url).then(reject);
    request.ontimeout = () => reject(loadError('network', 'no answer within 10 seconds.'));
    request.send();
  });
}

/** A browser does not say why a request failed; one whose answer stays hidden shows whether the server is there. */
async function whyUnreadable(url: string): Promise<Error> {
  try {
    const { type } = await fetch(url, { mode: 'no-cors', credentials: 'omit', signal: AbortSignal.timeout(timeout) });
    if (type !== 'basic') {
      return loadError('cors', `the feed must send Access-Control-Allow-Origin: ${location.origin}`);
    }
  } catch {
    // Not even that.
  }
  return loadError('network', 'not reached; check the address, the network and connect-src of your CSP.');
}
