import type { Outcome } from './answer.js';
import type { VoteRecord } from './record.js';

/**
 * A rating as NukeViet's own page sends it. It knows articles by number: the last one in the article's id, which is the
 * whole id or what its addresses end in ("…-lan-thu-ii-16.html").
 */
export function nukevietRequest({ endpoint, vote }: VoteRecord, token: string): [string, URLSearchParams] {
  const url = new URL(endpoint);
  url.searchParams.set('nocache', String(Date.now()));
  const id = /\d+(?=\D*$)/.exec(vote.article)?.[0] ?? '';
  return [url.href, new URLSearchParams({ id, checkss: token, point: String(vote.score) })];
}

/**
 * Every answer has the status 200 and words that differ between versions and languages, so only the shape counts:
 * "words|average|count", with zeros for a refusal. With the page's own token a refusal means "voted before".
 */
export function judgeNukeviet(text: string, article: string): Outcome {
  const [, words, average, count] = /^([^<].*)\|([\d.]+)\|(\d+)\s*$/s.exec(text) ?? [];
  if (!words) return {};
  if (!Number(count)) return { state: 'rejected', reason: 'already-voted' };
  // The average is rounded; the exact sum is the first number in the words, if it is what it seems to be.
  const told = Number(/\d+/.exec(words));
  const near = Number(average) * Number(count);
  const sum = Math.abs(told - near) < 0.06 * Number(count) ? told : Math.round(near);
  return { state: 'sent', tally: { article, sum, count: Number(count) } };
}
