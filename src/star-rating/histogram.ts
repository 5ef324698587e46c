import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../shared/language.js';

/** How many votes each star has, from the most stars down; the same in words is its accessible name. */
export function drawHistogram(votes: readonly number[], title: string, tag: string): TemplateResult {
  const bars = votes
    .map((count, index) => ({
      star: formatNumber(index + 1, tag),
      share: (100 * count) / Math.max(...votes, 1),
      count: formatNumber(count, tag),
    }))
    .reverse();
  return html`<span
    part="histogram"
    class="text wide histogram"
    role="img"
    aria-label=${`${title} – ${bars.map(({ star, count }) => `${star}: ${count}`).join(', ')}`}
    >${bars.map(
      ({ star, share, count }) =>
        html`<span>${star}</span
          ><svg viewBox="0 0 100 1" preserveAspectRatio="none">
            <rect class="track" width="100" height="1" />
            <rect width=${share} height="1" /></svg
          ><span>${count}</span>`,
    )}</span
  >`;
}
