import { tokenCheck } from './article-token.js';
import { clientAddress, clientNetwork, type Platform } from './client-address.js';
import type { CrossOriginPolicy } from './cross-origin.js';
import { dailyHash } from './daily-hash.js';
import type { Settings } from './options.js';
import { Problem } from './problem.js';
import { rateLimit } from './rate-limit.js';
import { readVote } from './read-vote.js';
import type { CheckedVote } from './record-vote.js';

function refuseFor(seconds: number, whom: string): void {
  if (seconds === 0) return;
  const detail = `Too many votes ${whom}. Please try again in ${seconds} s.`;
  throw new Problem(429, detail, { headers: { 'Retry-After': String(seconds) } });
}

/** At most so many votes a minute, by client and by article. Addresses are forgotten as soon as they are hashed. */
function voteLimits(settings: Settings) {
  const hash = dailyHash();
  const clients = rateLimit(settings.rate);
  const articles = rateLimit(settings.articleRate);
  return async (request: Request, platform: Platform, article: string) => {
    const now = settings.now();
    if (settings.rate > 0) {
      const address =
        settings.clientAddress?.(request, platform) ?? clientAddress(request, platform, settings.trustedProxies);
      refuseFor(clients(await hash(clientNetwork(address), now), now), 'from this client');
    }
    refuseFor(articles(article, now), 'for this article');
  };
}

/** All that a vote has to pass before it may be counted, the cheapest first and the host's own checks last. */
export function voteChecks(
  settings: Settings,
  policy: CrossOriginPolicy,
): (request: Request, platform: Platform) => Promise<CheckedVote> {
  const mayBeVotedOn = tokenCheck(settings.secrets);
  const checkLimits = voteLimits(settings);
  return async (request, platform) => {
    if (!policy.mayVote(request))
      throw new Problem(403, `Pages of ${request.headers.get('Origin') ?? 'this origin'} may not vote here.`);
    const { vote, castAt } = await readVote(request);
    const { id, article, score, max, token } = vote;
    if (!(await mayBeVotedOn(article, token)))
      throw new Problem(403, 'The token is missing, or not signed for this article.');
    await checkLimits(request, platform, article);
    const voter = settings.signedIn ? await settings.signedIn(request) : vote.voter;
    if (voter === null) throw new Problem(401, 'Only signed-in readers may vote here.');
    if (settings.challenge && !(await settings.challenge(request, vote)))
      throw new Problem(403, 'The challenge was not met.');
    return { id, article, voter, score, max, castAt };
  };
}
