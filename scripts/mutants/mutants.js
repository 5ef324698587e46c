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
    from: 'const ends = state && vote.id === record.id;',
    to: 'const ends = state;',
  },
  {
    name: 'a vote is deleted when it is claimed, before it is sent',
    file: 'claim.ts',
    from: 'turn.batch.push(record);',
    to: 'turn.batch.push(record); shelf.set(key);',
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
    from: 'moment > now && moment <= now + atMost ? moment : 0',
    to: 'moment > now && atMost > 0 ? moment : 0',
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
    from: 'if (outcome.retryAfter) health.floor = now + outcome.retryAfter;',
    to: '',
  },
  {
    name: 'Retry-After gives way to a flush',
    file: 'claim.ts',
    from: 'Math.max(ahead(now, floor, day), ',
    to: 'Math.max(force ? 0 : ahead(now, floor, day), ',
  },
  {
    name: 'a failing endpoint gets as many votes as a healthy one',
    file: 'claim.ts',
    from: '(failures ? 1 : atOnce)',
    to: '(failures ? atOnce : atOnce)',
  },
  {
    name: 'six failures at once are six steps of the back-off',
    file: 'settle.ts',
    from: '!ahead(now, health.notBefore) && ',
    to: '',
  },
  {
    name: 'a vote that fails alone holds up its endpoint',
    file: 'settle.ts',
    from: 'record.attempts <= failures',
    to: 'record.attempts >= 0',
  },
  {
    name: 'castAt follows the clock',
    file: 'keep.ts',
    from: 'Math.max(since, desk.last + 1)',
    to: 'since',
  },
  {
    name: 'what lay in memory replaces a later vote',
    file: 'keep.ts',
    from: 'previous.castAt > draft.castAt',
    to: 'previous.castAt < ""',
  },
  {
    name: 'one jump of the clock expires what waits',
    file: 'claim.ts',
    from: 'over > 0 && over < year',
    to: 'over > 0 && over < Infinity',
  },
  {
    name: 'a vote too old is sent once more',
    file: 'claim.ts',
    from: 'over > 0 && over < year',
    to: 'over > year && over < year',
  },
  {
    name: 'a corrupt record stops the rest',
    file: 'claim.ts',
    from: "shelf.set(['corrupt', String(key)], { record });",
    to: "throw new Error('corrupt');",
  },
  {
    name: 'records of newer versions are taken for corrupt',
    file: 'claim.ts',
    from: '> recordVersion',
    to: '> 99',
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
    from: 'database.onclose = database.onversionchange',
    to: 'database.onclose',
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
    from: 'isNukeviet ? undefined : record.token',
    to: 'record.token',
    tests: 'browser',
  },
  {
    name: 'a lease is neither renewed nor given back',
    file: 'claim.ts',
    from: 'if (busy || answers.length) {',
    to: 'if (turn.batch.length) {',
  },
  {
    name: 'a lease is not renewed',
    file: 'claim.ts',
    from: 'if (busy) wakeAt(now + lease / 2);',
    to: '',
  },
  {
    name: 'what ended long ago is kept for ever',
    file: 'prune.ts',
    from: 'since < now - year',
    to: 'since < 0',
  },
  {
    name: 'of what ended the oldest is kept',
    file: 'prune.ts',
    from: 'other - one',
    to: 'one - other',
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
    name: 'a page that was left keeps the database open',
    file: 'votes.ts',
    from: "addEventListener('pagehide', close);",
    to: '',
    tests: 'browser',
  },
];
