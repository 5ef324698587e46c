import { readRetryAfter, type Outcome } from './answer.js';
import type { WaitingRecord } from './record.js';

/**
 * A rating as NukeViet's own page sends it. It knows articles by number: the last one in the article's id, which is the
 * whole id or what its addresses end in ("…-lan-thu-ii-16.html").
 */
export function nukevietRequest({ article, endpoint, score }: WaitingRecord, token: string): [URL, URLSearchParams] {
  const url = new URL(endpoint);
  url.searchParams.set('nocache', String(Date.now()));
  const id = /\d+(?=\D*$)/.exec(article)?.[0] ?? '';
  return [url, new URLSearchParams({ id, checkss: token, point: String(score) })];
}

/**
 * Every answer has the status 200 and words that differ between versions and languages, so only the shape counts:
 * "text|average|count", with zeros for a refusal. With the page's own token a refusal means "voted before".
 */
export async function judgeNukeviet(response: Response, article: string): Promise<Outcome> {
  const text = await response.text();
  const retryAfter = readRetryAfter(response.headers.get('Retry-After'), Date.now());
  const [, words = '', average = '', votes = ''] = /^([^<].*)\|([\d.]+)\|(\d+)\s*$/s.exec(text) ?? [];
  const count = Number(votes);
  if (!words) return { retryAfter };
  if (!count) return { state: 'rejected', reason: 'already-voted' };
  // The average is rounded; the exact sum is the first number in the words, if it is what it seems to be.
  const told = Number(/\d+/.exec(words)?.[0]);
  const sum = Math.abs(told / count - Number(average)) < 0.06 ? told : Math.round(Number(average) * count);
  return { state: 'sent', tally: { article, sum, count } };
}
