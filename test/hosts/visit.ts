import { hosts } from './hosts.js';

/** What the probe tells about one of our elements. */
export interface Shown {
  tag: string;
  defined: boolean;
  visible: boolean;
  width: number;
  height: number;
  letterSpacing: string;
  textTransform: string;
  direction: string;
  text: string;
  stars: number;
}

/** What the probe (site/probe.js) tells about a host page. */
export interface PageReport {
  violations: string[];
  errors: string[];
  warnings: string[];
  events: { type: string; id: string; score: number; durable: boolean }[];
  /** The sum of layout shifts; measured in Chromium only. */
  shift: number;
  elements: Shown[];
  isSecureContext: boolean;
  origin: string;
  newGlobals: string[];
  changedBuiltIns: string[];
}

/** When the probe shall answer. */
export interface Condition {
  /** An event of that name has happened. */
  event?: string;
  /** So many of our elements are defined and visible. */
  shown?: number;
  /** One of our elements says so. */
  text?: string;
  /** The page and all it needs have loaded. */
  loaded?: boolean;
}

export type Kind = 'module' | 'classic';

/** The name of a host page that is not this machine's own, so that its context is not secure. */
const foreignHost = 'partner.example';

/** WebKitGTK takes no list of names, so no foreign one leads to the test server there. */
export const hasForeignHost = !navigator.vendor.startsWith('Apple');

/** Less than the time limit of a test, so that a failure says what the page looked like. */
const patience = 7000;

/** A host page in a frame. */
export class Visit {
  readonly article = `https://news.example/${crypto.randomUUID()}`;
  readonly frame = document.createElement('iframe');
  readonly #address: string;
  readonly #isInline: boolean;

  constructor(name: string, kind: Kind) {
    const host = hosts[name];
    const url = new URL(`/hosts/page/${name}`, location.href);
    if (host?.isForeign) url.hostname = foreignHost;
    url.search = new URLSearchParams({
      kind,
      article: this.article,
      endpoint: `${location.origin}/hosts/votes`,
    }).toString();
    this.#isInline = !!host?.isInline;
    if (host?.isSandboxed) this.frame.setAttribute('sandbox', 'allow-scripts');
    this.#address = url.href;
    Object.assign(this.frame, { width: '600', height: '700' });
  }

  /** Resolves once the page has loaded. */
  async open(): Promise<this> {
    const loaded = new Promise((resolve) => this.frame.addEventListener('load', resolve, { once: true }));
    if (this.#isInline) this.frame.srcdoc = await (await fetch(this.#address)).text();
    else this.frame.src = this.#address;
    document.body.append(this.frame);
    await loaded;
    return this;
  }

  /** Resolves with the state of the page as soon as the condition holds; if it never does, says how the page is. */
  until(condition: Condition): Promise<PageReport> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        void this.#ask({}).then((page) => {
          reject(new Error(`${JSON.stringify(condition)} never came: ${JSON.stringify(page, null, 1)}`));
        });
      }, patience);
      void this.#ask(condition).then((page) => {
        clearTimeout(late);
        resolve(page);
      });
    });
  }

  #ask(condition: Condition): Promise<PageReport> {
    const id = crypto.randomUUID();
    return new Promise((resolve) => {
      const listen = ({ data }: MessageEvent<{ id?: string; page: PageReport }>) => {
        if (data.id !== id) return;
        removeEventListener('message', listen);
        resolve(data.page);
      };
      addEventListener('message', listen);
      this.frame.contentWindow?.postMessage({ id, until: condition }, '*');
    });
  }

  /** Clicks a star. */
  vote(score: number): void {
    this.frame.contentWindow?.postMessage({ vote: score }, '*');
  }

  /** What the endpoint got. */
  async posted(): Promise<{ id: string; score: number }[]> {
    const answer = await fetch(`/hosts/votes/log?article=${encodeURIComponent(this.article)}`);
    return (await answer.json()) as { id: string; score: number }[];
  }

  /** The page's own document, where it is of this origin. */
  get document(): Document {
    const page = this.frame.contentDocument;
    if (!page) throw new Error('The page is of another origin.');
    return page;
  }

  close(): void {
    this.frame.remove();
  }
}
