// Faults that an outbox must not have. Each is one replacement in the source; the tests must fail on every one of them.

/**
 * @typedef {object} Mutant
 * @property {string} name
 * @property {string} file below src/votes
 * @property {string} from a piece of the source, found exactly once
 * @property {string} to
 * @property {'node' | 'browser'} [tests] which tests are to catch it
 */

/** @type {Mutant[]} */
export const mutants = [
  {
    name: 'an answer settles whatever vote is there, without comparing ids',
    file: 'settle.ts',
    from: 'const isSame = vote.id === record.id;',
    to: 'const isSame = !!record;',
  },
  {
    name: 'a vote is deleted when it is claimed, before it is sent',
    file: 'claim.ts',
    from: 'batch.push([record, means]);',
    to: 'batch.push([record, means]); shelf.set(key);',
  },
  {
    name: 'a request that succeeded counts as kept',
    file: 'store.ts',
    from: 'promisifyRequest(transaction)]',
    to: 'undefined]',
    tests: 'browser',
  },
  {
    name: 'durability is left to the browser',
    file: 'store.ts',
    from: ", { durability: 'strict' }",
    to: '',
    tests: 'browser',
  },
  {
    name: 'every error of the server is final',
    file: 'answer.ts',
    from: '|5(?!0[15])',
    to: '',
  },
  {
    name: 'every 4xx is final',
    file: 'answer.ts',
    from: '|408|42[159]',
    to: '',
  },
  {
    name: 'a lease or back-off years ahead is believed',
    file: 'back-off.ts',
    from: 'moment <= now + atMost',
    to: 'atMost > 0',
  },
  {
    name: 'there is no lease',
    file: 'claim.ts',
    from: 'ahead(now, health.until, lease + disagreement)',
    to: '(lease - lease)',
  },
  {
    name: 'Retry-After is not written down',
    file: 'settle.ts',
    from: 'if (retryAfter) health.floor = now + retryAfter;',
    to: '',
  },
  {
    name: 'Retry-After gives way to a flush',
    file: 'claim.ts',
    from: 'Math.max(ahead(now, health.floor, day), ',
    to: 'Math.max(force ? 0 : ahead(now, health.floor, day), ',
  },
  {
    name: 'a failing endpoint gets as many votes as a healthy one',
    file: 'claim.ts',
    from: '(health.attempts ? 1 : atOnce)',
    to: '(health.attempts ? atOnce : atOnce)',
  },
  {
    name: 'six failures at once are six steps of the back-off',
    file: 'settle.ts',
    from: '!ahead(now, health.due) && ',
    to: '',
  },
  {
    name: 'a vote that fails alone holds up its endpoint',
    file: 'settle.ts',
    from: '(vote.attempts ?? 0) <= (health.attempts ?? 0)',
    to: '(vote.attempts ?? 0) >= 0',
  },
  {
    name: 'castAt follows the clock',
    file: 'keep.ts',
    from: 'Math.max(draft.since, desk.last + 1)',
    to: 'draft.since',
  },
  {
    name: 'what lay in memory replaces a later vote',
    file: 'keep.ts',
    from: 'previous.castAt >= castAt',
    to: 'previous.castAt < ""',
  },
  {
    name: 'one jump of the clock expires what waits',
    file: 'claim.ts',
    from: 'ahead(end, now + 1, year)',
    to: 'ahead(end, now, Infinity)',
  },
  {
    name: 'a vote too old is sent once more',
    file: 'claim.ts',
    from: 'ahead(end, now + 1, year)',
    to: 'ahead(end, now, -year)',
  },
  {
    name: 'a corrupt record stops the rest',
    file: 'claim.ts',
    from: "warnOnce('a kept vote cannot be read.');",
    to: "throw new Error('corrupt');",
  },
  {
    name: 'records of newer versions are taken for corrupt',
    file: 'claim.ts',
    from: '?.version) > 1',
    to: '?.version) > 99',
  },
  {
    name: 'a dead connection is kept',
    file: 'store.ts',
    from: '      return await attempt(work);\n    }\n  });',
    to: '      throw error;\n    }\n  });',
    tests: 'browser',
  },
  {
    name: 'an open connection blocks a deletion',
    file: 'store.ts',
    from: 'database.onversionchange =',
    to: 'const never =',
    tests: 'browser',
  },
  {
    name: 'a read creates the database',
    file: 'store.ts',
    from: '!create && !connection',
    to: '!create && !connection && name === ""',
    tests: 'browser',
  },
  {
    name: 'a token of an earlier session is sent to NukeViet',
    file: 'routes.ts',
    from: 'isNukeviet && record.page !== by ? undefined : record.token',
    to: 'record.token',
    tests: 'browser',
  },
  {
    name: 'a vote waits when its element leaves the page',
    file: 'draft.ts',
    from: '(!route || (endpoint !== resolve() && by))',
    to: '!route',
    tests: 'browser',
  },
  {
    name: "a kept vote takes the page's protocol to another endpoint",
    file: 'routes.ts',
    from: '? configuration : record',
    to: '? configuration : configuration',
    tests: 'browser',
  },
  {
    name: 'a lease is neither renewed nor given back',
    file: 'claim.ts',
    from: 'if (busy || (health.by === by && health.until)) {',
    to: 'if (batch.length) {',
  },
  {
    name: 'a lease is not renewed',
    file: 'claim.ts',
    from: 'if (busy) moments.push(now + lease / 2);',
    to: '',
  },
  {
    name: 'what ended long ago is kept for ever',
    file: 'prune.ts',
    from: 'vote.since < now - year',
    to: 'vote.since < 0',
  },
  {
    name: 'of what ended the oldest is kept',
    file: 'prune.ts',
    from: 'other.since - one.since',
    to: 'one.since - other.since',
  },
  {
    name: 'a full disk stays full',
    file: 'store.ts',
    from: "=== 'QuotaExceededError'",
    to: "=== ''",
    tests: 'browser',
  },
  {
    name: 'every read is a transaction of its own',
    file: 'one-after-the-other.ts',
    from: 'last = next ??= ',
    to: 'last = next = ',
    tests: 'browser',
  },
  {
    name: 'the reader is another one when the database goes away',
    file: 'drain.ts',
    from: 'known.set(deskKey, await deskOn(shelf));',
    to: '',
    tests: 'browser',
  },
  {
    name: 'nothing wakes up for a vote that waited for too long',
    file: 'claim.ts',
    from: 'moments.push(end);',
    to: '',
    tests: 'browser',
  },
  {
    name: 'a page that was left keeps the database open',
    file: 'store.ts',
    from: "addEventListener('pagehide', close);",
    to: '',
    tests: 'browser',
  },
  {
    name: 'what waits is gone with a database that somebody deletes',
    file: 'register.ts',
    from: '{ ...vote, durable: false }',
    to: 'vote',
    tests: 'browser',
  },
  {
    name: 'what was confirmed is gone with the database',
    file: 'votes.ts',
    from: 'lay(known, vote ?? { article, endpoint, reader }, vote);',
    to: '',
    tests: 'browser',
  },
  {
    name: 'a Retry-After is forgotten when votes move into the database',
    file: 'keep.ts',
    from: 'health, { by, until }',
    to: '{ by, until }',
  },
  {
    name: "of two readers' votes on one article one is lost with the database",
    file: 'votes.ts',
    from: 'vote ?? { article, endpoint, reader }',
    to: '{ article, endpoint, reader }',
    tests: 'browser',
  },
  {
    name: 'a vote is not ended in the millisecond that its page waited for',
    file: 'claim.ts',
    from: 'ahead(end, now + 1, year)',
    to: 'ahead(end, now, year) ',
  },
  {
    name: 'what is being kept while somebody deletes the database is gone with it',
    file: 'register.ts',
    from: `await commit();
    isAlone`,
    to: 'isAlone',
    tests: 'browser',
  },
  {
    name: 'a flush stops at what it could try at first',
    file: 'drain.ts',
    from: 'while (endings > before)',
    to: 'while (false)',
    tests: 'browser',
  },
  {
    name: 'what was read for the page is put over what was cast since',
    file: 'votes.ts',
    from: 'place.endpoint, (vote) => say(place, vote))',
    to: 'place.endpoint).then((vote) => say(place, vote))',
    tests: 'browser',
  },
  {
    name: 'what was forgotten while it moved into the database comes back',
    file: 'register.ts',
    from: 'if (moved[0] && !votes()[0]) moved = [];',
    to: '',
    tests: 'browser',
  },
  {
    name: 'a record that cannot be read breaks the tidying',
    file: 'prune.ts',
    from: 'isVote(vote) && ended.push(vote)',
    to: 'ended.push(vote as VoteRecord)',
  },
];
