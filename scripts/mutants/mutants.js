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
    from: 'current.vote.id !== record.vote.id',
    to: 'current.vote.id === ""',
  },
  {
    name: 'a vote is deleted when it is claimed, before it is sent',
    file: 'claim.ts',
    from: 'turn.batch.push(record);',
    to: 'turn.batch.push(record); shelf.delete(key);',
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
    from: '(status > 499 && status !== 501 && status !== 505)',
    to: 'status > 599',
  },
  {
    name: 'every 4xx is final',
    file: 'answer.ts',
    from: '[408, 421, 425, 429].includes(status)',
    to: '[].length > 0',
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
    from: 'ahead(desk.until ?? 0, now, lease)',
    to: '(lease - lease)',
  },
  {
    name: 'Retry-After is not written down',
    file: 'settle.ts',
    from: 'health.floor = Math.max(floor, now + (outcome.retryAfter ?? 0));',
    to: 'health.floor = floor;',
  },
  {
    name: 'Retry-After gives way to a flush',
    file: 'claim.ts',
    from: 'Math.max(ahead(floor, now, day), ',
    to: 'Math.max(force ? 0 : ahead(floor, now, day), ',
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
    from: '!step(notBefore, now) && ',
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
    from: 'Math.max(record.since, last + 1, desk.last + 1)',
    to: 'record.since',
  },
  {
    name: 'what lay in memory replaces a later vote',
    file: 'keep.ts',
    from: 'previous.vote.castAt > vote.castAt',
    to: 'previous.vote.castAt < ""',
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
    from: "shelf.put({ record }, ['corrupt', ...(key as string[])]);",
    to: "throw new Error('corrupt');",
  },
  {
    name: 'records of newer versions are taken for corrupt',
    file: 'claim.ts',
    from: 'record.version > recordVersion',
    to: 'record.version > 99',
  },
  {
    name: 'a dead connection is kept',
    file: 'store.ts',
    from: `.catch(() => attempt(signal))`,
    to: '',
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
    from: "protocol === 'nukeviet' ? undefined : vote.token",
    to: 'vote.token',
    tests: 'browser',
  },
];
