import { parseSeedArticle } from '../demo/parse-seed-article.js';
import text from '../demo/seed-article.txt?raw';

export const seedArticle = parseSeedArticle(text);

/** The seed's fields as a card takes them. */
export const seedFields = {
  href: 'https://news.example/news/dai-hoi-chi-bo-16.html',
  heading: seedArticle.heading,
  lead: seedArticle.lead,
  published: seedArticle.published,
  source: seedArticle.source,
  section: 'Hoạt động',
  image: '/dai-hoi.svg',
  imageAlt: seedArticle.caption,
};
