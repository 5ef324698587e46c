import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../shared/language.js';

/** How many votes each star has, from the most stars down; the words for it are its name. */
export function drawHistogram(votes: readonly number[], words: string, tag: string): TemplateResult {
  const most = Math.max(...votes, 1);
  return html`<span part="histogram" class="histogram" role="img" aria-label=${words}
    >${votes
      .map(
        (count, index) =>
          html`<span>${formatNumber(index + 1, tag)}</span
            ><svg viewBox="0 0 100 1" preserveAspectRatio="none">
              <rect class="track" width="100" height="1" />
              <rect class="bar" width=${(100 * count) / most} height="1" /></svg
            ><span class="count">${formatNumber(count, tag)}</span>`,
      )
      .reverse()}</span
  >`;
}
