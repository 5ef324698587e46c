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
function messageOf({ phase, failures, extendable }: View, words: SessionWords): string {
  if (failures && phase !== 'offline') return words.failed;
  return words[phase === 'warning' && !extendable ? 'final' : phase];
}

const countdownOf = (count: number, words: SessionWords, language: string) =>
  fill(words.countdown, { count }, language, count);

/** What is to be heard: the message; and with a warning what to do, and the time left when it was last said. */
export function announcementOf(view: View, seconds: number, words: SessionWords, language: string): string {
  const sentences = [messageOf(view, words)];
  if (view.phase === 'warning') {
    if (view.extendable) sentences.push(words.extend);
    sentences.push(countdownOf(seconds, words, language));
  }
  return sentences.join('. ');
}

/** The unseen commas make one sentence of it, as on the seed page, for whoever hears or copies it. */
export function contentOf(actions: Actions, view: View, words: SessionWords, language: string): TemplateResult {
  const { phase, extendable, secondsLeft, signInUrl, signOutUrl } = view;
  const rest =
    phase === 'expired'
      ? signInUrl && html`<a href=${signInUrl}>${words.signIn}</a>`
      : html`${
            extendable
              ? html`<span class="unseen">, </span
                  ><button
                    part="extend"
                    aria-disabled=${phase !== 'warning'}
                    .textContent=${words.extend}
                    @click=${() => actions.extend()}
                  ></button>`
              : nothing
          }<span class="unseen">. </span
          ><span part="countdown" role="timer">${countdownOf(secondsLeft, words, language)}</span>${
            signOutUrl && html`<button part="sign-out" @click=${() => actions.signOut()}>${words.signOut}</button>`
          }`;
  return html`<span part="message" id="message">${messageOf(view, words)}</span>${rest}`;
}
