import type { OutgoingVote } from '../../src/votes.js';
import { VoteBook } from './vote-book.js';

/** What the network between the page and the endpoint is like. */
export type Network = 'online' | 'slow' | 'silent' | 'offline' | 'failing' | 'refusing' | 'voted-before';

/** The address that the stories vote at; no request to it leaves the browser. */
export const endpointAddress = 'https://votes.example/votes';

/** So long the slow network takes: time enough to see a vote on its way. */
const slowness = 2500;

/**
 * The wire protocol in the browser: it takes the place of `fetch` for one address, so that votes in the stories really
 * wait, arrive and are counted.
 */
export class BrowserEndpoint {
  readonly book = new VoteBook();
  #network: Network = 'online';
  readonly #fetch = globalThis.fetch.bind(globalThis);

  install(): void {
    globalThis.fetch = (input, init) => {
      const request = new Request(input, init);
      return request.url.startsWith(endpointAddress) ? this.#travel(request) : this.#fetch(request);
    };
    Object.defineProperty(navigator, 'onLine', { get: () => this.#network !== 'offline', configurable: true });
  }

  get network(): Network {
    return this.#network;
  }

  set network(network: Network) {
    if (network === this.#network) return;
    this.#network = network;
    dispatchEvent(new Event(network === 'offline' ? 'offline' : 'online'));
  }

  async #travel(request: Request): Promise<Response> {
    switch (this.#network) {
      case 'offline':
        throw new TypeError('The story is offline.');
      case 'silent':
        return new Promise((_, reject) =>
          request.signal.addEventListener('abort', () => reject(request.signal.reason as Error)),
        );
      case 'failing':
        return problem(503, 'Out of order', { 'Retry-After': '5' });
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, slowness));
        break;
      default:
    }
    return this.#answer(request);
  }

  async #answer(request: Request): Promise<Response> {
    if (request.method === 'GET') {
      const articles = new URL(request.url).searchParams.getAll('article');
      return Response.json({ tallies: articles.map((article) => this.book.tally(article)) });
    }
    const vote = (await request.json()) as OutgoingVote;
    if (this.#network === 'refusing') return problem(403, 'Votes on this article are closed');
    if (this.#network === 'voted-before') return Response.json(this.book.tally(vote.article), { status: 409 });
    return Response.json(this.book.record(vote));
  }
}

function problem(status: number, title: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ status, title }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
}

/** The one endpoint behind all stories. */
export const endpoint = new BrowserEndpoint();
