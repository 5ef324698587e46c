/**
 * Takes the scraped news page apart that the product grew out of: its lines are title, date, lead, the picture's caption,
 * the body's paragraphs and the source.
 * @param {string} text
 */
export function parseSeedArticle(text) {
  const lines = text.split('\n').map((line) => line.trim());
  const source = lines.findIndex((line) => line.startsWith('Nguồn tin:'));
  const [heading = '', date = '', lead = '', caption = '', ...body] = lines.slice(0, source).filter(Boolean);
  return {
    /** The number that a NukeViet site knows the article by. */
    id: '16',
    path: '/news/dai-hoi-chi-bo-16.html',
    heading,
    /** As the page shows it, "Thứ bảy - 16/12/2017 06:04", in the site's zone, which it does not name. */
    date,
    published: '2017-12-16T06:04:00+07:00',
    lead,
    caption,
    body,
    source: (lines[source] ?? '').replace(/^Nguồn tin:\s*|:$/g, ''),
  };
}
