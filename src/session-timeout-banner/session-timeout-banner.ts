import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { SaoElement } from '../shared/element.js';
import { elementStyles } from '../shared/element.styles.js';
import { wordsIn } from '../shared/language.js';
import { isDue } from './announcements.js';
import { announcementOf, contentOf } from './content.js';
import { isReachable } from './reach.js';
import { isFreshlyReloaded } from './reload.js';
import { sessionTimeoutBannerStyles } from './session-timeout-banner.styles.js';
import type { View } from './session-world.js';
import { watchSession, type WatchedSession } from './watch-session.js';
import { builtInWords, type SessionWords } from './words.js';

declare global {
  interface Document {
    /** Not in TypeScript's library yet. @see https://developer.mozilla.org/docs/Web/API/Document/prerendering */
    readonly prerendering?: boolean;
  }
}

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
 * @csspart base - The banner or dialog itself, there as long as it is open.
 * @csspart message - Why the banner is there, or what became of the attempt to extend.
 * @csspart countdown - The seconds left.
 * @csspart extend - The button that extends.
 * @csspart sign-out - The button that signs out.
 *
 * @cssproperty [--sao-session-inset=auto 0 0] - Where the banner is; `0 0 auto` puts it to the top.
 * @cssproperty [--sao-session-background=Canvas] - Its background.
 * @cssproperty [--sao-session-color=CanvasText] - Its text.
 * @cssproperty [--sao-session-accent=#c77d1a] - The edge at its top.
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

  #session: WatchedSession | undefined;
  #view: View | undefined;
  /** The seconds left when they were last said aloud; infinite while nothing is open. */
  #secondsSaid = Infinity;
  #announcement = '';
  /** Below a host's dialog the banner cannot be reached: it has to be a dialog too. */
  #blocked = false;
  /** What is shown, and where the focus was before. */
  #surface: HTMLElement | null = null;
  #focusBefore: HTMLElement | null = null;
  #hadFocus = false;
  #isSigningOut = false;

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
    this.#session?.extend();
  }

  /** Ends the session, in all tabs. */
  async expire(): Promise<void> {
    await this.#session?.end(true);
  }

  /** Ends the session, in all tabs, and goes to `sign-out-url`. */
  async signOut(): Promise<void> {
    this.#isSigningOut = true;
    if (this.#view?.phase === 'expired') this.#leave(this.#view);
    else await this.expire();
  }

  protected override arrived(): void {
    this.#show();
    void this.#start();
  }

  protected override left(): void {
    this.#session?.stop();
    this.#session = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && changed.has('session')) {
      // Another name is another session.
      this.left();
      this.arrived();
    } else if (this.hasUpdated && changed.size > 0) this.#session?.change();
    this.#announce();
    // Beyond the last button of a dialog the focus is on nothing; where it was before is the host's.
    this.#hadFocus = !!this.shadowRoot?.activeElement || !!this.#surface?.matches(':modal');
  }

  protected override render(): TemplateResult {
    const announcement = html`<p class="unseen" role="alert">${this.#announcement}</p>`;
    return html`${announcement}${this.#view?.open ? this.#surfaceOf(this.#view, announcement) : nothing}`;
  }

  protected override updated(): void {
    const surface = this.renderRoot.querySelector<HTMLDialogElement>('.base');
    if (surface !== this.#surface && this.#hadFocus) this.#focusBefore?.focus();
    this.#surface = surface;
    this.#blocked &&= !!surface;
    // An update may come after the element has left, and nothing can be shown then.
    if (!surface || !this.isConnected) return;
    if (!surface.matches(':modal, :popover-open')) {
      this.#focusBefore = document.activeElement as HTMLElement | null;
      if (surface.popover) surface.showPopover();
      else surface.showModal();
    }
    if (!this.#blocked && !isReachable(surface)) {
      this.#blocked = true;
      void this.updateComplete.then(() => this.requestUpdate());
    }
  }

  async #start(): Promise<void> {
    const arrivedAt = performance.now();
    if (document.prerendering) {
      await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }));
    }
    if (!this.isConnected || this.#session) return;
    this.#session = watchSession(this, arrivedAt, (view, happening, detail) => {
      // Whoever hears of it finds the state already changed.
      this.#show(view);
      if (happening) this.emit(`sao-session-${happening}`, detail);
      if (happening === 'expired') this.#leave(view);
    });
    this.#session.look();
  }

  #show(view?: View): void {
    this.#view = view;
    const { states } = this.internals;
    states.clear();
    states.add(view?.phase ?? 'idle');
    // Between warnings there is nothing to see, and nothing to render.
    if (view?.open || this.#secondsSaid < Infinity) this.requestUpdate();
  }

  #leave({ signOutUrl, expiredUrl, signInUrl }: View): void {
    const signedOut = this.#isSigningOut ? signOutUrl : undefined;
    const url = signedOut ?? (this.onExpired === 'redirect' ? (expiredUrl ?? signInUrl) : undefined);
    // A page that has ended whenever it is loaded must not be loaded for ever.
    if (url) {
      if (url !== location.href) location.assign(url);
    } else if (this.onExpired === 'reload' && !isFreshlyReloaded()) location.reload();
  }

  get #words(): [SessionWords, language: string] {
    return wordsIn(builtInWords, 'session', this.language);
  }

  #surfaceOf(view: View, announcement: TemplateResult): TemplateResult {
    const content = contentOf(this, view, ...this.#words);
    // A dialog with nothing to press would be a trap, and so would be one that says, long before the end, what failed.
    const hasAnswer =
      view.phase === 'expired' ? view.signInUrl : view.extendable && view.secondsLeft * 1000 <= view.warning;
    return hasAnswer && (this.modal || this.#blocked)
      ? html`<dialog
          part="base"
          class="base"
          aria-labelledby="message"
          @cancel=${(event: Event) => this.#escape(event)}
          @close=${() => this.#reopen()}
        >
          ${content}${announcement}
        </dialog>`
      : html`<div part="base" class="base" popover="manual" role="region" aria-labelledby="message">${content}</div>`;
  }

  /** What is to be said aloud, which it is when it changes. */
  #announce(): void {
    const words = this.#words;
    const view = this.#view;
    if (view?.open) {
      if (isDue(this.#secondsSaid, view.secondsLeft)) this.#secondsSaid = view.secondsLeft;
      this.#announcement = announcementOf(view, this.#secondsSaid, ...words);
    } else if (this.#secondsSaid < Infinity) {
      this.#announcement = words[0].idle;
      this.#secondsSaid = Infinity;
    }
  }

  /** A browser that is asked to close a dialog again and again closes it without asking. */
  #reopen(): void {
    if (this.#view?.phase !== 'expired') this.requestUpdate();
  }

  /** What cannot be extended any more can at least be put aside. */
  #escape(event: Event): void {
    if (this.#view?.phase !== 'expired') event.preventDefault();
    this.extend();
  }
}
