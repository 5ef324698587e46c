import { fixture, fixtureCleanup } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { configure } from '../../src/shared/configuration.js';
import { page } from '../../src/shared/page.js';
import type { SaoStarRating } from '../../src/star-rating.js';
import '../../src/star-rating.js';
import { votes } from '../../src/votes.js';
import { databaseAnswers } from '../votes/database-answers.js';
import { waitUntil } from '../wait-until.js';

export const endpoint = 'https://votes.example/votes';

/** A vote as it arrives. */
interface Post {
  article: string;
  score: number;
  id: string;
  max: number;
  token?: string;
}

/** An endpoint that the page's `fetch` reaches instead of the network. */
export class FakeEndpoint {
  readonly gets: URL[] = [];
  readonly posts: Post[] = [];
  /** Answers votes; by default each is the first on its article. */
  onPost: (vote: { article: string; score: number }) => Response | Promise<Response> = ({ article, score }) =>
    Response.json({ article, score, sum: score, count: 1 });
  /** Answers for tallies; by default nobody has voted. */
  onGet: (articles: string[]) => Response | Promise<Response> = (articles) =>
    Response.json({ tallies: articles.map((article) => ({ article, sum: 0, count: 0, histogram: [0, 0, 0, 0, 0] })) });
  readonly #fetch = globalThis.fetch.bind(globalThis);

  constructor() {
    window.fetch = async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (url.origin !== new URL(endpoint).origin) return this.#fetch(input, init);
      if (init?.method === 'POST') {
        const vote = JSON.parse(init.body as string) as Post;
        this.posts.push(vote);
        return this.onPost(vote);
      }
      this.gets.push(url);
      return this.onGet(url.searchParams.getAll('article'));
    };
  }

  restore(): void {
    window.fetch = this.#fetch;
  }
}

let number = 0;
/** An article that no other test knows. */
export const freshArticle = (): string => `https://news.example/${++number}-${Math.random()}`;

/** Sets the page's endpoint to a fake one, and forgets every vote afterwards. */
export function useFakeEndpoint(): { readonly server: FakeEndpoint } {
  const used = {} as { server: FakeEndpoint };
  before(async function () {
    this.timeout(60_000);
    await databaseAnswers();
  });
  beforeEach(async () => {
    // A page of another test file may have gone with a vote under way, and its lease would hold up this one's.
    await votes.forget();
    used.server = new FakeEndpoint();
    page.said.clear();
    configure({ endpoint });
  });
  afterEach(async () => {
    fixtureCleanup();
    await votes.forget();
    configure({
      endpoint: undefined,
      storage: undefined,
      transport: undefined,
      protocol: undefined,
      headers: undefined,
    });
    used.server.restore();
  });
  return used;
}

/** A rating on a fresh article, with a tally unless the template says otherwise. */
export const rate = (template: TemplateResult = html`<sao-star-rating average="4.25" count="4"></sao-star-rating>`) =>
  fixture<SaoStarRating>(template).then(async (element) => {
    if (!element.hasAttribute('article')) {
      element.article = freshArticle();
      await element.updateComplete;
    }
    return element;
  });

export function part(element: Element, name: string): HTMLElement | null {
  return element.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`) ?? null;
}

export const stars = (element: Element): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('[part~="star"]') ?? []),
];

/** The star, counted from one. */
export function star(element: Element, score: number): HTMLElement {
  const found = stars(element)[score - 1];
  if (!found) throw new Error(`There is no star ${score}.`);
  return found;
}

/** How much is full, in stars, as drawn. */
export function drawn(element: Element): number {
  let sum = 0;
  for (const full of element.shadowRoot?.querySelectorAll('.full') ?? []) sum += shareOf(full);
  return sum;
}

function shareOf(full: Element): number {
  const width = Number(full.getAttribute('width'));
  return Math.floor(width / 28) + (width % 28) / 24;
}

export const key = (element: Element, name: string, init: KeyboardEventInit = {}): boolean =>
  (element.shadowRoot?.activeElement ?? element).dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...init }),
  );

export const hasState = (element: Element, name: string): boolean => element.matches(`:state(${name})`);

export const isIn = (element: Element, name: string): Promise<void> =>
  waitUntil(() => hasState(element, name), `:state(${name})`);

/** What is said to the webmaster while the work goes on. */
export async function warningsDuring(work: () => Promise<unknown>): Promise<string[]> {
  const warnings: string[] = [];
  const { warn } = console;
  console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
  try {
    await work();
  } finally {
    console.warn = warn;
  }
  return warnings;
}
