import { Problem } from './problem.js';
import { articleSchema } from './wire.js';

const most = 100;

/** The articles whose tallies are asked for: `?article=A&article=B…`. */
export function askedArticles(query: URLSearchParams): string[] {
  const articles = query.getAll('article');
  if (articles.length === 0 || articles.length > most)
    throw new Problem(400, `Ask for 1 to ${most} articles: ?article=…&article=….`);
  for (const article of articles) {
    const { error } = articleSchema.safeParse(article);
    if (error) throw new Problem(400, `article: ${error.issues[0]?.message ?? 'is no id'}`);
  }
  return articles;
}
