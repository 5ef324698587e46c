import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { SaoElement } from '../shared/element.js';
import { elementStyles } from '../shared/element.styles.js';
import { fill, wordsIn } from '../shared/language.js';
import { isDue } from './announcements.js';
import { SessionExpiringEvent } from './events.js';
import { PageSession } from './page-session.js';
import { termsOf, urlOf } from './terms.js';
import { sessionTimeoutBannerStyles } from './session-timeout-banner.styles.js';
import type { Phase, Session } from './session.js';
import { isReachable, showBanner, showDialog } from './surface.js';
import { builtInWords, type SessionWords } from './words.js';

declare global {
  interface Document {
    /** Not in TypeScript's library yet. @see https://developer.mozilla.org/docs/Web/API/Document/prerendering */
    readonly prerendering?: boolean;
  }
}

const phases: Phase[] = ['idle', 'warning', 'extending', 'offline', 'expired'];

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
 * @cssproperty [--sao-session-width] - Its greatest width; 46em, as a dialog 28em.
 * @cssproperty --sao-session-background - Its background.
 * @cssproperty --sao-session-color - Its text.
 * @cssproperty --sao-session-border - Its border's colour.
 * @cssproperty --sao-session-accent - The edge at its top, and the ring around a focused button.
 * @cssproperty --sao-session-button - The extend button's background.
 * @cssproperty --sao-session-button-color - The extend button's text.
 * @cssproperty [--sao-session-radius=6px] - The corners.
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

  #page: PageSession | undefined;
  #secondsSaid = Infinity;
  #messageSaid = '';
  #announcement = '';
  /** A host's dialog made the banner unreachable. */
  #blocked = false;
  /** The reader would rather have the banner. */
  #dismissed = false;
  #focusedBefore: HTMLElement | undefined;
  #hadFocus = false;
  #arrivedAt = 0;
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

  /** Extends the session, and keeps trying where the server cannot be reached; resolves with whether it was. */
  async extend(): Promise<boolean> {
    return (await this.#page?.session.extend()) ?? false;
  }

  /** Ends the session, in all tabs. */
  async expire(): Promise<void> {
    await this.#page?.session.end(true);
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
    this.#page?.stop();
    this.#page = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Without properties it is only something new to see.
    if (changed.size > 0 && this.hasUpdated) this.#page?.change(termsOf(this));
    this.#announce();
    this.#hadFocus = !!this.shadowRoot?.activeElement;
  }

  protected override render(): TemplateResult {
    const session = this.#page?.session;
    const content = session?.open ? this.#content(session) : nothing;
    const asDialog = session && this.#asDialog(session);
    const announcement = html`<p class="unseen" role="alert">${this.#announcement}</p>`;
    return html`<div part="base" class="base">
      ${announcement}
      <div class="surface" popover="manual" role="region" aria-labelledby="message" @focusin=${this.#rememberFocus}>
        ${asDialog ? nothing : content}
      </div>
      <dialog class="surface" tabindex="-1" aria-labelledby="message" @cancel=${this.#escape}>
        ${asDialog ? [content, announcement] : nothing}
      </dialog>
    </div>`;
  }

  protected override updated(): void {
    const banner = this.renderRoot.querySelector<HTMLElement>('[popover]');
    const dialog = this.renderRoot.querySelector('dialog');
    if (!banner || !dialog) return;
    const session = this.#page?.session;
    const asDialog = !!session && this.#asDialog(session);
    const asBanner = !!session?.open && !asDialog;
    const wasBanner = !dialog.open;
    showDialog(dialog, asDialog);
    showBanner(banner, asBanner);
    if (asBanner && !this.#blocked && !isReachable(banner)) {
      this.#blocked = true;
      void this.updateComplete.then(() => this.requestUpdate());
    }
    if (!session?.open) {
      this.#blocked = this.#dismissed = false;
      if (wasBanner && this.#hadFocus) this.#focusedBefore?.focus();
    }
  }

  #content(session: Session): TemplateResult {
    const words = this.#words;
    const expired = session.phase === 'expired';
    const signIn = expired && urlOf(this, 'signInUrl');
    // The unseen commas make one sentence of it, as on the seed page, for whoever hears or copies it.
    return html`<div class="content">
      <span part="message" class="message" id="message">${this.#message(session)}</span>${
        signIn ? html`<a class="action extend" href=${signIn.href}>${words.signIn}</a>` : nothing
      }${
        session.extendable
          ? html`<span class="unseen">, </span
              ><button
                part="extend"
                class="action extend"
                aria-disabled=${session.phase !== 'warning'}
                .textContent=${words.extend}
                @click=${() => this.extend()}
              ></button>`
          : nothing
      }${
        expired
          ? nothing
          : html`<span class="unseen">. </span
              ><span part="countdown" class="countdown" role="timer">${this.#countdown(session)}</span>`
      }${
        !expired && urlOf(this, 'signOutUrl')
          ? html`<button part="sign-out" class="action" @click=${() => this.signOut()}>${words.signOut}</button>`
          : nothing
      }
    </div>`;
  }

  get #words(): SessionWords {
    return wordsIn(builtInWords, 'session', this.language);
  }

  #message(session: Session): string {
    const words = this.#words;
    const { phase } = session;
    if (phase === 'extending' && session.failures > 0) return words.retrying;
    if (phase !== 'warning' && phase !== 'idle') return words[phase];
    if (session.failed) return words.failed;
    return session.extendable ? words.message : words.final;
  }

  #countdown(session: Session): string {
    const { secondsLeft } = session;
    return fill(this.#words.countdown, { count: secondsLeft }, this.language, secondsLeft);
  }

  /** What is new is said aloud: why the banner opened, what became of extending, and at some marks the time left. */
  #announce(): void {
    const session = this.#page?.session;
    if (!session?.open) {
      if (this.#isOpen) this.#announcement = this.#words.extended;
      this.#secondsSaid = Infinity;
      this.#messageSaid = '';
      return;
    }
    const message = this.#message(session);
    const { secondsLeft } = session;
    const said = [
      message !== this.#messageSaid && message,
      !this.#isOpen && session.extendable && this.#words.extend,
      session.phase !== 'expired' && isDue(this.#secondsSaid, secondsLeft) && this.#countdown(session),
    ].filter(Boolean);
    if (said.length > 0) this.#announcement = said.join('. ');
    this.#messageSaid = message;
    this.#secondsSaid = secondsLeft;
  }

  /** Whether the last look found it open. */
  get #isOpen(): boolean {
    return this.#secondsSaid < Infinity;
  }

  /** A dialog with nothing to press would be a trap. */
  #asDialog(session: Session): boolean {
    const action = session.phase === 'expired' ? 'signInUrl' : 'signOutUrl';
    const wanted = (this.modal || this.#blocked) && !this.#dismissed;
    return session.open && wanted && (session.extendable || !!urlOf(this, action));
  }

  #escape(event: Event): void {
    if (this.#page?.session.extendable) {
      event.preventDefault();
      void this.extend();
    } else {
      this.#dismissed = true;
      this.requestUpdate();
    }
  }

  #rememberFocus(event: FocusEvent): void {
    const from = event.relatedTarget;
    if (from instanceof HTMLElement && from.getRootNode() !== this.renderRoot) this.#focusedBefore = from;
  }

  readonly #start = (): void => {
    this.#page = new PageSession(this, termsOf(this), performance.now() - this.#arrivedAt, {
      save: () => {
        const event = new SessionExpiringEvent();
        this.dispatchEvent(event);
        return event.settled();
      },
      tell: (event, reason) => {
        // Whoever hears of it finds the state already changed.
        this.#show();
        const detail = event === 'warning' ? { secondsLeft: this.#page?.session.secondsLeft } : reason && { reason };
        this.emit(`sao-session-${event}`, detail);
        if (event === 'expired') this.#leave();
      },
      show: () => this.#show(),
    });
    this.#page.look();
  };

  #show(): void {
    const phase = this.#page?.session.phase;
    for (const name of phases) this.setState(name, name === phase);
    // Between warnings there is nothing to see, and nothing to render.
    if (this.#page?.session.open || this.#isOpen) this.requestUpdate();
  }

  #leave(): void {
    const { onExpired } = this;
    const redirect = onExpired === 'redirect' ? (urlOf(this, 'expiredUrl') ?? urlOf(this, 'signInUrl')) : undefined;
    const url = this.#leaveFor ?? redirect;
    if (url) location.assign(url);
    else if (onExpired === 'reload') location.reload();
  }
}
