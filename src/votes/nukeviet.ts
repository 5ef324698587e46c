import { wallClock } from '../shared/wall-clock.js';
import type { Outcome } from './answer.js';
import type { VoteRecord } from './record.js';

/**
 * A rating as NukeViet's own page sends it. It knows articles by number: the last one in the article's id, which is the
 * whole id or what its addresses end in ("…-lan-thu-ii-16.html").
 */
export function nukevietRequest({ endpoint, article, score }: VoteRecord, token = ''): [string, URLSearchParams] {
  const url = new URL(endpoint);
  url.searchParams.set('nocache', String(wallClock()));
  const id = /\d+(?=\D*$)/.exec(article)?.[0] ?? '';
  return [url.href, new URLSearchParams({ id, checkss: token, point: String(score) })];
}

/**
 * Every answer has the status 200 and words that differ between versions and languages, so only the shape counts:
 * "words with sum and count|average|count", with zeros for a refusal; in 4.0 the words alone, a refusal's without
 * numbers. With the page's own token a refusal means "voted before".
 */
export function judgeNukeviet(text: string, article: string): Outcome {
  const numbers = (text.match(/\d+(\.\d+)?/g) ?? []).map(Number);
  if (/^\s*($|<|Wrong URL)/.test(text) || numbers.length === 1) return {};
  const [told = 0] = numbers;
  const [average = 0, count = 0] = numbers.slice(-2);
  if (!count) return { state: 'rejected', reason: 'already-voted' };
  // The average is rounded; the exact sum is the first number in the words, if it is what it seems to be.
  const near = average * count;
  const sum = !text.includes('|') || Math.abs(told - near) < 0.06 * count ? told : Math.round(near);
  return { state: 'sent', tally: { article, sum, count } };
}
