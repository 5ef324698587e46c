import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { SaoElement } from '../shared/element.js';
import { elementStyles } from '../shared/element.styles.js';
import { fill, wordsIn } from '../shared/language.js';
import { isDue } from './announcements.js';
import { SessionExpiringEvent } from './events.js';
import { sessionTimeoutBannerStyles } from './session-timeout-banner.styles.js';
import type { Session } from './session.js';
import { urlOf } from './terms.js';
import { watchSession, type WatchedSession } from './watch-session.js';
import { builtInWords, type SessionWords } from './words.js';

declare global {
  interface Document {
    /** Not in TypeScript's library yet. @see https://developer.mozilla.org/docs/Web/API/Document/prerendering */
    readonly prerendering?: boolean;
  }
}

const phases = ['idle', 'warning', 'extending', 'offline', 'expired'];

/**
 * Warns before the session ends, in all tabs alike, and extends it for certain: "stay" is said only after the server
 * said so. Time is the server's seconds on a clock that nobody sets.
 *
 * @fires {CustomEvent<{ secondsLeft: number }>} sao-session-warning - The warning opened.
 * @fires {CustomEvent<undefined>} sao-session-extended - The session was extended, here or in another tab.
 * @fires {CustomEvent<{ reason: string }>} sao-session-extend-failed - An attempt to extend failed; `reason` is
 * `network`, `timeout`, `unavailable` (5xx, 429; these three are tried again), `refused` or `format`.
 * @fires {SessionExpiringEvent} sao-session-expiring - The session is ending; `waitUntil(promise)` holds it up to 5 s.
 * @fires {CustomEvent<undefined>} sao-session-expired - The session has ended.
 *
 * @csspart base - The wrapper of everything.
 * @csspart message - Why the banner is there, or what became of the attempt to extend.
 * @csspart countdown - The seconds left.
 * @csspart extend - The button that extends.
 * @csspart sign-out - The button that signs out.
 *
 * @cssproperty [--sao-session-inset=auto 0 0] - Where the banner is; `0 0 auto` puts it to the top.
 * @cssproperty --sao-session-background - Its background.
 * @cssproperty --sao-session-color - Its text.
 * @cssproperty --sao-session-accent - The edge at its top.
 * @cssproperty --sao-session-button - The extend button's background.
 * @cssproperty --sao-session-button-color - The extend button's text.
 *
 * @cssstate idle - The session lives.
 * @cssstate warning - It is about to end.
 * @cssstate extending - The server is being asked for more time.
 * @cssstate offline - It is to be asked, but there is no network.
 * @cssstate expired - It has ended.
 *
 * @customElement sao-session-timeout-banner
 */
export class SaoSessionTimeoutBanner extends SaoElement {
  static override styles = [elementStyles, sessionTimeoutBannerStyles];

  static override properties = {
    timeout: { type: Number },
    warning: { type: Number },
    expiresAt: { attribute: 'expires-at' },
    maxSession: { attribute: 'max-session' },
    statusUrl: { attribute: 'status-url' },
    keepAliveUrl: { attribute: 'keep-alive-url' },
    signOutUrl: { attribute: 'sign-out-url' },
    signInUrl: { attribute: 'sign-in-url' },
    expiredUrl: { attribute: 'expired-url' },
    allowOrigins: { attribute: 'allow-origins' },
    activity: {},
    session: {},
    onExpired: { attribute: 'on-expired' },
    modal: { type: Boolean },
  };

  /** Inactivity in seconds after which the server ends the session. */
  declare timeout: number;
  /** How many seconds before the end the warning opens, at least 20. */
  declare warning: number;
  /** The end as ISO 8601, when the server printed it. */
  declare expiresAt: string | undefined;
  /** An absolute end as ISO 8601 that cannot be extended. */
  declare maxSession: string | undefined;
  /** GET, read-only, answers `{ "expiresIn": seconds }`; 401 says ended. */
  declare statusUrl: string | undefined;
  /** POST, answers the same; the one call that extends. */
  declare keepAliveUrl: string | undefined;
  /** Where signing out leads. */
  declare signOutUrl: string | undefined;
  /** Where the reader signs in again. */
  declare signInUrl: string | undefined;
  /** Where `on-expired="redirect"` leads; default: `sign-in-url`. */
  declare expiredUrl: string | undefined;
  /** Origins besides the page's that the URLs may be of, separated by spaces. */
  declare allowOrigins: string | undefined;
  /** Whether real use of the page quietly extends. */
  declare activity: 'extend' | 'ignore';
  /** Names the session that the tabs of an origin share. */
  declare session: string;
  /** What happens at the end. */
  declare onExpired: 'message' | 'redirect' | 'reload';
  /** A modal dialog instead of a banner. */
  declare modal: boolean;

  #watched: WatchedSession | undefined;
  #arrivedAt = 0;
  /** The seconds left when they were last said aloud; infinite while nothing is open. */
  #secondsSaid = Infinity;
  #announcement = '';
  /** Below a host's dialog the banner cannot be reached: it has to be a dialog too. */
  #blocked = false;
  #focusBefore: Element | null = null;
  #hadFocus = false;
  #leaveFor: URL | undefined;

  constructor() {
    super();
    this.timeout = 1800;
    this.warning = 60;
    this.activity = 'extend';
    this.session = '';
    this.onExpired = 'message';
    this.modal = false;
  }

  /** Extends the session, and keeps trying where the server cannot be reached; the events tell what came of it. */
  extend(): void {
    this.#watched?.session.extend();
  }

  /** Ends the session, in all tabs. */
  async expire(): Promise<void> {
    await this.#watched?.session.end(true);
  }

  /** Ends the session, in all tabs, and goes to `sign-out-url`. */
  async signOut(): Promise<void> {
    this.#leaveFor = urlOf(this, 'signOutUrl');
    await this.expire();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A move takes the element out of the top layer.
    this.requestUpdate();
  }

  protected override arrived(): void {
    this.#arrivedAt = performance.now();
    this.setState('idle', true);
    if (document.prerendering) document.addEventListener('prerenderingchange', this.#start, { once: true });
    else this.#start();
  }

  protected override left(): void {
    document.removeEventListener('prerenderingchange', this.#start);
    this.#watched?.stop();
    this.#watched = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Without properties there is only something new to see.
    if (changed.size > 0 && this.hasUpdated) this.#watched?.change(changed);
    this.#announce();
    this.#hadFocus = !!this.shadowRoot?.activeElement;
  }

  protected override render(): TemplateResult {
    const session = this.#openSession;
    const content = session ? this.#content(session) : nothing;
    const asDialog = this.#asDialog;
    const announcement = html`<p class="unseen" role="alert">${this.#announcement}</p>`;
    return html`<div part="base" class="base">
      ${announcement}
      <div class="surface" popover="manual" role="region" aria-labelledby="message">
        ${asDialog ? nothing : content}
      </div>
      <dialog class="surface" tabindex="-1" aria-labelledby="message" @cancel=${this.#escape}>
        ${asDialog ? [content, announcement] : nothing}
      </dialog>
    </div>`;
  }

  protected override updated(): void {
    const [banner, dialog] = this.renderRoot.querySelectorAll<HTMLDialogElement>('.surface');
    // An update may come after the element has left, and nothing can be shown then.
    if (!banner || !dialog || !this.isConnected) return;
    const open = !!this.#openSession;
    const asDialog = this.#asDialog;
    const wasOpen = banner.matches(':popover-open');
    if (dialog.open !== asDialog) {
      if (asDialog) dialog.showModal();
      else dialog.close();
    }
    if (wasOpen !== (open && !asDialog)) {
      banner.togglePopover();
      if (!wasOpen) this.#focusBefore = document.activeElement;
      else if (!open && this.#hadFocus) (this.#focusBefore as HTMLElement | null)?.focus();
    }
    if (open && !asDialog && !this.#blocked && !isReachable(banner)) {
      this.#blocked = true;
      void this.updateComplete.then(() => this.requestUpdate());
    }
    if (!open) this.#blocked = false;
  }

  readonly #start = (): void => {
    this.#watched = watchSession(this, performance.now() - this.#arrivedAt, {
      save: () => {
        const event = new SessionExpiringEvent();
        this.dispatchEvent(event);
        return event.settled();
      },
      tell: (event, reason) => {
        // Whoever hears of it finds the state already changed.
        this.#show();
        const detail = event === 'warning' ? { secondsLeft: this.#watched?.session.secondsLeft } : reason && { reason };
        this.emit(`sao-session-${event}`, detail);
        if (event === 'expired') this.#leave();
      },
      show: () => this.#show(),
    });
    this.#watched.session.look();
  };

  #show(): void {
    const { phase, open } = this.#watched?.session ?? {};
    for (const name of phases) this.setState(name, name === phase);
    // Between warnings there is nothing to see, and nothing to render.
    if (open || this.#secondsSaid < Infinity) this.requestUpdate();
  }

  #leave(): void {
    const url =
      this.#leaveFor ??
      (this.onExpired === 'redirect' ? (urlOf(this, 'expiredUrl') ?? urlOf(this, 'signInUrl')) : undefined);
    if (url) location.assign(url);
    else if (this.onExpired === 'reload') location.reload();
  }

  get #openSession(): Session | undefined {
    const session = this.#watched?.session;
    return session?.open ? session : undefined;
  }

  get #words(): SessionWords {
    return wordsIn(builtInWords, 'session', this.language);
  }

  /** A dialog with nothing to press would be a trap. */
  get #asDialog(): boolean {
    return !!this.#openSession?.extendable && (this.modal || this.#blocked);
  }

  #content(session: Session): TemplateResult {
    const { extend, signIn, signOut } = this.#words;
    const { phase, extendable } = session;
    const expired = phase === 'expired';
    const wayOut = urlOf(this, expired ? 'signInUrl' : 'signOutUrl');
    // The unseen commas make one sentence of it, as on the seed page, for whoever hears or copies it.
    return html`<div class="content">
      <span part="message" class="message" id="message">${this.#message(session)}</span>${
        extendable
          ? html`<span class="unseen">, </span
              ><button
                part="extend"
                class="action main"
                aria-disabled=${phase !== 'warning'}
                .textContent=${extend}
                @click=${() => this.extend()}
              ></button>`
          : nothing
      }${
        expired
          ? nothing
          : html`<span class="unseen">. </span
              ><span part="countdown" class="countdown" role="timer">${this.#countdown(session.secondsLeft)}</span>`
      }${
        wayOut
          ? expired
            ? html`<a class="action main" href=${wayOut.href}>${signIn}</a>`
            : html`<button part="sign-out" class="action" @click=${() => this.signOut()}>${signOut}</button>`
          : nothing
      }
    </div>`;
  }

  #message({ phase, failures, extendable }: Session): string {
    const words = this.#words;
    if (phase === 'expired' || phase === 'offline') return words[phase];
    if (failures) return words.failed;
    if (phase === 'extending') return words.extending;
    return extendable ? words.message : words.final;
  }

  #countdown(count: number): string {
    return fill(this.#words.countdown, { count }, this.language, count);
  }

  /** Said aloud when it changes: why the banner opened, what became of extending, and at some marks the time left. */
  #announce(): void {
    const { extend, extended } = this.#words;
    const session = this.#openSession;
    if (session) {
      if (isDue(this.#secondsSaid, session.secondsLeft)) this.#secondsSaid = session.secondsLeft;
      const parts = [this.#message(session)];
      if (session.phase === 'warning') {
        if (session.extendable) parts.push(extend);
        parts.push(this.#countdown(this.#secondsSaid));
      }
      this.#announcement = parts.join('. ');
    } else if (this.#secondsSaid < Infinity) {
      this.#announcement = extended;
      this.#secondsSaid = Infinity;
    }
  }

  #escape(event: Event): void {
    event.preventDefault();
    this.extend();
  }
}

/**
 * Whether a shown banner can be seen and used. Below a host's modal dialog it is inert, and an inert element is not hit;
 * nor is one that something newer in the top layer covers. Asking the document for `:modal` would miss shadow trees.
 */
function isReachable(banner: Element): boolean {
  const { left, top, width, height } = banner.getBoundingClientRect();
  const root = banner.getRootNode() as ShadowRoot;
  return !height || banner.contains(root.elementFromPoint(left + width / 2, top + height / 2));
}
