import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../shared/language.js';
import type { View } from './session-world.js';
import type { SessionWords } from './words.js';

/** What the two buttons do. */
interface Actions {
  extend(): void;
  signOut(): Promise<void>;
}

/** Why the banner is there, or what became of the attempt to extend. */
export function messageOf({ phase, failures, extendable }: View, words: SessionWords): string {
  if (failures && phase !== 'offline') return words.failed;
  return words[phase === 'warning' && !extendable ? 'final' : phase];
}

export function countdownOf(count: number, words: SessionWords, language: string): string {
  return fill(words.countdown, { count }, language, count);
}

/** The unseen commas make one sentence of it, as on the seed page, for whoever hears or copies it. */
export function contentOf(actions: Actions, view: View, words: SessionWords, language: string): TemplateResult {
  const { phase, extendable, secondsLeft, signInUrl, signOutUrl } = view;
  const message = html`<span part="message" class="message" id="message">${messageOf(view, words)}</span>`;
  if (phase === 'expired') {
    return html`${message}${signInUrl ? html`<a class="action main" href=${signInUrl}>${words.signIn}</a>` : nothing}`;
  }
  return html`${message}${
      extendable
        ? html`<span class="unseen">, </span
            ><button
              part="extend"
              class="action main"
              aria-disabled=${phase !== 'warning'}
              .textContent=${words.extend}
              @click=${() => actions.extend()}
            ></button>`
        : nothing
    }<span class="unseen">. </span
    ><span part="countdown" class="countdown" role="timer">${countdownOf(secondsLeft, words, language)}</span>${
      signOutUrl
        ? html`<button part="sign-out" class="action" @click=${() => actions.signOut()}>${words.signOut}</button>`
        : nothing
    }`;
}
