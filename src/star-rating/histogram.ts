import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../shared/language.js';

/** How many votes each star has, from the most stars down; the same in words is its accessible name. */
export function drawHistogram(votes: readonly number[], title: string, tag: string): TemplateResult {
  const most = Math.max(...votes, 1);
  const bars = votes
    .map((votes, index) => ({ votes, star: formatNumber(index + 1, tag), count: formatNumber(votes, tag) }))
    .reverse();
  return html`<span
    part="histogram"
    class="text wide histogram"
    role="img"
    aria-label=${`${title} – ${bars.map(({ star, count }) => `${star}: ${count}`).join(', ')}`}
    >${bars.map(
      ({ star, votes, count }) =>
        html`<span>${star}</span><progress value=${votes} max=${most}></progress><span>${count}</span>`,
    )}</span
  >`;
}
