import { page } from '../shared/page.js';
import { wallClock } from '../shared/wall-clock.js';
import { randomId } from './random-id.js';
import type { Draft } from './record.js';
import { resolve, routeOf } from './routes.js';
import type { Ballot, Route } from './vote.js';

/**
 * What is to be kept of a ballot that was cast on the page named `by`, with how it is to travel.
 * @throws {TypeError} if it cannot be kept
 */
export function draftOf({ article, score, max, endpoint: named, token }: Ballot, routes: Route[], by: string): Draft {
  const { protocol, credentials, maxAge, headers, transport, voter: reader = '' } = page.configuration;
  const endpoint = resolve(named);
  const isScore = score > 0 && score <= max && max <= 10 && [score, max].every(Number.isInteger);
  // Pages without TypeScript give anything, promises too, which nothing could keep.
  const isText = [article, token ?? ''].every((text: unknown) => typeof text === 'string');
  if (!isText || !/^[^\p{Cc}\p{Cs}]{1,500}$/u.test(article) || !isScore || !endpoint)
    throw new TypeError('cast(): wrong article, score, max or endpoint.');
  const route = routeOf(routes, article, endpoint);
  return {
    ...{ version: 1, id: randomId(), article, score, max, endpoint, token, reader },
    ...{ state: 'pending', since: wallClock(), page: by, credentials, maxAge },
    protocol: route?.protocol ?? protocol,
    pageOnly: !!(headers ?? transport),
    named: !!named && (!route || (endpoint !== resolve() && by)),
  };
}
