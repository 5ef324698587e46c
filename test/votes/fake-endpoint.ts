import { configure } from '../../src/shared/configuration.js';
import { page } from '../../src/shared/page.js';
import type { OwnVote, VoteChange } from '../../src/votes/vote.js';
import type { Votes } from '../../src/votes/votes.js';

export const endpoint = 'https://votes.example/votes';

/** A request as it left the page. */
export interface Sent {
  url: string;
  body: string;
  /** The body of a vote, for the protocols that send JSON. */
  vote: { id: string; article: string; score: number; voter: string; castAt: string; token?: string };
  headers: Headers;
  init: RequestInit;
}

/** An endpoint in the place of the network. */
export class FakeEndpoint {
  readonly requests: Sent[] = [];
  readonly #fetch = globalThis.fetch;
  static readonly counts = ({ vote: { article, score } }: Sent): Response =>
    Response.json({ article, score, sum: score, count: 1 });
  answer: (request: Sent) => Response | Promise<Response> = FakeEndpoint.counts;

  constructor() {
    globalThis.fetch = async (url, init = {}) => {
      const body = String(init.body as string | URLSearchParams);
      const vote = (body.startsWith('{') ? JSON.parse(body) : {}) as Sent['vote'];
      const request = { url: url as string, body, vote, headers: new Headers(init.headers), init };
      this.requests.push(request);
      return this.answer(request);
    };
  }

  get ids(): string[] {
    return this.requests.map(({ vote }) => vote.id);
  }

  remove(): void {
    globalThis.fetch = this.#fetch;
  }
}

/** The page as it was before anybody configured it. */
export function unconfigure(): void {
  for (const name of Object.keys(page.configuration)) configure({ [name]: undefined });
}

/** The next change in which the vote came to its end. */
export function ended(votes: Votes): Promise<VoteChange & { vote: OwnVote }> {
  return new Promise((resolve) => {
    const hear = (event: Event) => {
      const { detail } = event as CustomEvent<VoteChange>;
      if (!detail.vote || detail.vote.state === 'pending') return;
      votes.removeEventListener('change', hear);
      resolve({ ...detail, vote: detail.vote });
    };
    votes.addEventListener('change', hear);
  });
}
