import { html as xml } from 'hono/html';
import { articles } from '../articles.js';

/** The site's RSS feed. @param {import('./layout.js').Site} site */
export function feed({ origin }) {
  const rows = articles.map(
    ({ path, heading, lead, published, image }) =>
      xml`<item><title>${heading}</title><link>${origin}${path}</link><guid isPermaLink="true">${origin}${path}</guid><pubDate>${rfc822(published)}</pubDate><description>${lead}</description><enclosure url="${origin}${image}" type="image/svg+xml" length="0" /></item>`,
  );
  const channel = xml`<channel><title>Hậu Giang hữu nghị</title><link>${origin}/</link><description>Tin tức</description>${rows}</channel>`;
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0">${String(channel)}</rss>`;
}

/** As feeds write dates, in the site's own zone: "Sat, 16 Dec 2017 06:04:00 +0700". @param {string} date ISO 8601, +07:00 */
function rfc822(date) {
  const siteTime = new Date(Date.parse(date) + 7 * 3_600_000);
  return siteTime.toUTCString().replace('GMT', '+0700');
}
