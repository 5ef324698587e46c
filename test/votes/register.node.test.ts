import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from '../../src/votes/answer.js';
import { page } from '../../src/shared/page.js';
import { claim, type Sender } from '../../src/votes/claim.js';
import { keep } from '../../src/votes/keep.js';
import { move } from '../../src/votes/move.js';
import { prune } from '../../src/votes/prune.js';
import { keyOf, type VoteRecord } from '../../src/votes/record.js';
import { settle } from '../../src/votes/settle.js';
import { find, memoryShelf, type Shelf } from '../../src/votes/shelf.js';
import { ballot, byJson, endpoint } from './ballots.js';

const day = 864e5;
const minute = 60_000;
const start = Date.parse('2026-11-23T08:00:00Z');

/** One shelf, and tabs that take steps on it. */
function open() {
  const records = new Map<string, object>();
  const shelf = memoryShelf(records);
  return {
    records,
    shelf,
    cast: (draft: VoteRecord) => keep(shelf, draft),
    /** Settles what was answered, then claims what is next. */
    step: async (now: number, answers: Answer[] = [], more: Partial<Sender> & { underWay?: VoteRecord[] } = {}) => {
      const ended: VoteRecord[] = [];
      for (const { record, outcome } of answers) ended.push(...(await settle(shelf, record, outcome, now)));
      const turn = await claim(shelf, more.underWay ?? [], { by: 'tab', meansOf: () => byJson, ...more }, now);
      return { batch: turn.batch.map(([record]) => record), ended: [...ended, ...turn.expired], wakeAt: turn.wakeAt };
    },
    at: (record: VoteRecord) => find(shelf, record),
  };
}

/** A vote, and what its endpoint said to it, if anything. */
interface Answer {
  record: VoteRecord;
  outcome?: Outcome | undefined;
}

const sent: Outcome = { state: 'sent' };

test('castAt only grows, whatever the clock does, and a later vote replaces the waiting one', async () => {
  const { cast, records, step } = open();
  const first = await cast(ballot({ now: start + 3650 * day }));
  const second = await cast(ballot({ now: start, score: 2 }));
  const third = await cast(ballot({ now: start, article: 'b' }));
  assert.ok(first.castAt < second.castAt && second.castAt < third.castAt);
  assert.equal(second.voter, first.voter);
  assert.equal(records.size, 3, 'two articles and the desk');
  const { batch } = await step(start);
  assert.deepEqual(batch.map(({ score }) => score).sort(), [2, 4]);
});

test('votes of two readers of one device lie side by side', async () => {
  const { cast, step } = open();
  await cast(ballot({ now: start, reader: 'ann' }));
  await cast(ballot({ now: start, reader: 'ben' }));
  const { batch } = await step(start);
  assert.deepEqual(batch.map(({ voter }) => voter).sort(), ['ann', 'ben']);
});

test('an answer to an older vote leaves the newer one waiting, but tells what to fall back to', async () => {
  const { cast, step, at } = open();
  const old = await cast(ballot({ now: start, score: 4 }));
  await step(start);
  const newer = await cast(ballot({ now: start + 5, score: 1 }));
  const turn = await step(start + 10, [{ record: old, outcome: sent }]);
  assert.deepEqual(turn.ended, []);
  assert.deepEqual(
    turn.batch.map(({ id }) => id),
    [newer.id],
  );
  assert.equal((await at(newer))?.state, 'pending');
  const refused = await step(start + 20, [{ record: newer, outcome: { state: 'rejected', reason: 'refused' } }]);
  const [vote] = refused.ended;
  assert.equal(vote?.confirmed, 4);
  assert.equal(vote.reason, 'refused');
});

test('while one tab sends, another waits for the end of its lease; then it goes on', async () => {
  const { cast, step } = open();
  await cast(ballot({ now: start }));
  assert.equal((await step(start)).batch.length, 1);
  const other = await step(start + 1, [], { by: 'other' });
  assert.equal(other.batch.length, 0);
  assert.equal(other.wakeAt, start + 6_000);
  const heir = await step(start + 6_000, [], { by: 'other' });
  assert.equal(heir.batch.length, 1);
});

test('a lease is renewed while something is under way', async () => {
  const { cast, step } = open();
  await cast(ballot({ now: start }));
  const { batch, wakeAt } = await step(start);
  assert.equal(wakeAt, start + 3_000);
  const again = await step(wakeAt, [], { underWay: batch });
  assert.deepEqual([again.batch, again.wakeAt], [[], start + 6_000]);
  assert.equal((await step(start + 8_999, [], { by: 'other' })).batch.length, 0);
  assert.equal((await step(start + 9_000, [], { by: 'other' })).batch.length, 1);
});

test('an endpoint that hangs holds up no other, and a tab holds only what it sends to', async () => {
  const { cast, step } = open();
  await cast(ballot({ now: start }));
  const hanging = await step(start);
  const elsewhere = await cast(ballot({ now: start + 1, endpoint: 'https://elsewhere.example/' }));
  const other = await step(start + 2, [], { by: 'other' });
  assert.deepEqual(
    other.batch.map(({ id }) => id),
    [elsewhere.id],
  );
  const first = await step(start + 3, [], { underWay: hanging.batch });
  assert.deepEqual(first.batch, []);
});

test('of the votes that ended those of a year are remembered, and of many the latest', async () => {
  const { cast, step, shelf } = open();
  const countEnded = () => [...(shelf.each(['ended']) as Iterable<unknown>)].length;
  const send = async (article: string, now: number) => {
    const record = await cast(ballot({ article, now }));
    await step(now, [{ record, outcome: sent }]);
    return record;
  };
  const old = await send('old', start - 400 * day);
  const recent = (n: number) => ballot({ article: `recent ${n}` });
  for (let n = 0; n < 20; n++) await send(`recent ${n}`, start + n);
  const waiting = await cast(ballot({ article: 'waiting', now: start - 400 * day }));
  await prune(shelf, 100, start);
  assert.equal(countEnded(), 20);
  assert.equal(await find(shelf, old), undefined);
  await prune(shelf, 5, start);
  assert.equal(countEnded(), 5);
  assert.ok(await find(shelf, recent(15)));
  assert.equal(await find(shelf, recent(14)), undefined);
  assert.ok(await find(shelf, waiting), 'what waits is not pruned');
});

test('of what ended, records that cannot be read are left alone', async () => {
  const { cast, step, shelf } = open();
  const unreadable = [{ version: 2, since: 'long ago' }, { version: 1 }, 'nothing'] as object[];
  for (const [n, record] of unreadable.entries()) shelf.set(['ended', 'https://votes.example/', `${n}`, ''], record);
  const record = await cast(ballot({ now: start }));
  await step(start, [{ record, outcome: sent }]);
  // As a database does, which ends the transaction at a key that is none.
  const set: Shelf['set'] = (key, value) => {
    assert.ok(
      [key].flat().every((part) => typeof part === 'string'),
      'a key is made of strings',
    );
    return shelf.set(key, value);
  };
  await prune({ ...shelf, set }, 0, start);
  const left = [...(shelf.each(['ended']) as Iterable<[unknown, object]>)].map(([, value]) => value);
  assert.deepEqual(left, unreadable);
});

test('a lease written by a clock a moment ahead is a lease, not a changed clock', async () => {
  const { cast, step } = open();
  await cast(ballot({ now: start - 1000 }));
  assert.equal((await step(start, [], { by: 'ahead' })).batch.length, 1);
  assert.equal((await step(start - 500, [], { by: 'behind' })).batch.length, 0);
});

test('the lease ends with the last answer', async () => {
  const { cast, step } = open();
  const record = await cast(ballot({ now: start }));
  await step(start);
  await step(start + 5, [{ record, outcome: sent }]);
  await cast(ballot({ now: start + 6, article: 'b' }));
  assert.equal((await step(start + 7, [], { by: 'other' })).batch.length, 1);
});

test('a lease, a back-off or a Retry-After absurdly far ahead is a changed clock, and due', async () => {
  const { cast, step } = open();
  const later = start + 3650 * day;
  const record = await cast(ballot({ now: later }));
  await step(later);
  await step(later + 1, [{ record, outcome: { retryAfter: day } }]);
  await cast(ballot({ now: later + 2, article: 'b' }));
  const { batch } = await step(start, [], { by: 'other' });
  assert.ok(batch.length > 0);
});

test('six at a time; after a failure one per step; after a success the rest', async () => {
  const { cast, step } = open();
  for (let n = 0; n < 20; n++) await cast(ballot({ now: start, article: `a${n}` }));
  const first = await step(start);
  assert.equal(first.batch.length, 6);
  const failed = first.batch.map((record) => ({ record, outcome: {} }));
  const second = await step(start + 10, failed);
  assert.equal(second.batch.length, 0, 'the back-off');
  assert.ok(second.wakeAt > start + 1000 && second.wakeAt <= start + 2010, 'one step for all that failed together');
  const probe = await step(second.wakeAt);
  assert.equal(probe.batch.length, 1);
  const meanwhile = await step(second.wakeAt + 5, [], { underWay: probe.batch, force: true });
  assert.equal(meanwhile.batch.length, 0);
  const [record] = probe.batch;
  assert.ok(record);
  const rest = await step(second.wakeAt + 10, [{ record, outcome: sent }]);
  assert.equal(rest.batch.length, 6);
});

test('Retry-After holds even if asked to send at once, in every tab', async () => {
  const { cast, step } = open();
  const record = await cast(ballot({ now: start }));
  await step(start);
  await step(start + 1, [{ record, outcome: { retryAfter: 60_000 } }]);
  for (const by of ['tab', 'other']) {
    const { batch, wakeAt } = await step(start + 59_000, [], { by, force: true });
    assert.equal(batch.length, 0);
    assert.equal(wakeAt, start + 60_001);
  }
  assert.equal((await step(start + 60_001, [], { force: true })).batch.length, 1);
});

test('asked to send at once, the back-off is skipped', async () => {
  const { cast, step } = open();
  const record = await cast(ballot({ now: start }));
  await step(start);
  await step(start + 1, [{ record, outcome: undefined }]);
  assert.equal((await step(start + 2)).batch.length, 0);
  assert.equal((await step(start + 2, [], { force: true })).batch.length, 1);
});

test('a vote that fails alone does not hold up the others', async () => {
  const { cast, step } = open();
  await cast(ballot({ now: start, article: 'poison' }));
  const answers = (batch: VoteRecord[]) =>
    batch.map((record) => ({ record, outcome: record.article === 'poison' ? {} : sent }));
  let now = start;
  // It fails a few times while others succeed, …
  for (let round = 0; round < 6; round++) {
    await cast(ballot({ now, article: `fresh ${round}` }));
    let { batch } = await step(now, [], { force: true });
    while (batch.length > 0) ({ batch } = await step(now, answers(batch)));
    now += 60_000;
  }
  // … then alone, and a vote cast right afterwards goes out at once.
  const alone = await step(now, [], { force: true });
  assert.deepEqual(
    alone.batch.map(({ article }) => article),
    ['poison'],
  );
  await step(now, answers(alone.batch));
  const fresh = await cast(ballot({ now: now + 1, article: 'fresh' }));
  const { batch } = await step(now + 1);
  assert.deepEqual(
    batch.map(({ id }) => id),
    [fresh.id],
  );
});

test('votes that always fail hold up no other, however many they are', async () => {
  const { cast, step } = open();
  for (let n = 0; n < 8; n++) await cast(ballot({ now: start, article: `always fails ${n}` }));
  const castAt = start + 10 * minute;
  let good: VoteRecord | undefined;
  let now = start;
  while (now < start + day) {
    if (!good && now >= castAt) good = await cast(ballot({ now, article: 'good' }));
    const { batch, wakeAt } = await step(now);
    if (batch.some(({ id }) => id === good?.id)) break;
    await step(
      now,
      batch.map((record) => ({ record })),
    );
    now = good ? wakeAt : Math.min(wakeAt, castAt);
  }
  assert.ok(now <= castAt + 60 * minute, 'tried as soon as the endpoint is, which is within the longest back-off');
});

test('an endpoint that fails is left alone by votes that failed before, too', async () => {
  const { cast, step } = open();
  for (let n = 0; n < 20; n++) await cast(ballot({ now: start, article: `a${n}`, attempts: 1 }));
  let requests = 0;
  for (let now = start; now < start + 50; now++) {
    const { batch } = await step(now);
    requests += batch.length;
    for (const record of batch) await step(now, [{ record }]);
  }
  assert.equal(requests, 6);
});

test('a Retry-After of a day holds when the clock is put right by a moment', async () => {
  const { cast, step } = open();
  const record = await cast(ballot({ now: start }));
  await step(start);
  await step(start + 1, [{ record, outcome: { retryAfter: day } }]);
  assert.deepEqual((await step(start - 5, [], { force: true })).batch, []);
});

test('a vote that waited longer than maxAge expires without a last attempt', async () => {
  const { cast, step, at } = open();
  const record = await cast(ballot({ now: start }));
  // In the very millisecond for which the page set its timer: there is no other.
  const turn = await step((await step(start, [], { meansOf: () => undefined })).wakeAt);
  assert.deepEqual(turn.batch, []);
  assert.equal(turn.ended[0]?.reason, 'expired');
  assert.equal((await at(record))?.state, 'rejected');
});

test('also where no page configures its endpoint any more; until then it waits', async () => {
  const { cast, step } = open();
  await cast(ballot({ now: start }));
  const unable = { meansOf: () => undefined };
  const waits = await step(start + 29 * day, [], unable);
  assert.deepEqual([waits.batch, waits.ended], [[], []]);
  assert.equal((await step(start + 31 * day, [], unable)).ended.length, 1);
});

test('a clock ten years ahead and back, or behind at the cast, expires nothing, and nothing waits years', async () => {
  const { cast, step, at } = open();
  const record = await cast(ballot({ now: start }));
  const behind = await cast(ballot({ now: start - 3650 * day, article: 'b' }));
  for (const now of [start + 3650 * day, start + 3650 * day + 3600_000, start + 1000]) {
    const { batch, ended } = await step(now);
    assert.equal(batch.length, 2);
    assert.deepEqual(ended, []);
  }
  const later = await step(start + 31 * day);
  assert.equal(later.ended.length, 2, 'their age counts from the last time that the clock was changed');
  assert.deepEqual([(await at(record))?.reason, (await at(behind))?.reason], ['expired', 'expired']);
});

test('a corrupt record is set aside and told of once, one of a newer version left alone, and neither stops the rest', async () => {
  const { cast, step, records, shelf } = open();
  const corrupt = ballot({ article: 'corrupt', now: start, score: Number.NaN });
  const newer = ballot({ article: 'newer', now: start, version: 2 });
  for (const record of [corrupt, newer]) records.set(String(keyOf('pending', record)), record);
  shelf.set(keyOf('pending', ballot({ article: 'nothing' })), [] as object);
  const good = await cast(ballot({ now: start + 1 }));
  const turn = await step(start + 2);
  assert.deepEqual(
    turn.batch.map(({ id }) => id),
    [good.id],
  );
  assert.equal(page.said.size, 1);
  const laidAside = [...records].filter(([key]) => key.startsWith('corrupt'));
  assert.deepEqual(
    laidAside.map(([, record]) => record),
    [corrupt, []],
  );
  assert.equal(records.has(String(keyOf('pending', corrupt))), false);
  page.said.clear();
  await step(start + 3);
  assert.equal(page.said.size, 0, 'another page has nothing to tell');
  assert.equal(records.get(String(keyOf('pending', newer))), newer);
});

test('after forget() an answer that comes late brings nothing back', async () => {
  const { cast, step, records } = open();
  const record = await cast(ballot({ now: start }));
  await step(start);
  records.clear();
  const turn = await step(start + 1, [{ record, outcome: sent }]);
  assert.deepEqual([turn.ended, records.size], [[], 0]);
});

test('what another shelf knows of an endpoint comes along, but who sends to it; the later moment holds', async () => {
  const { cast, step, shelf } = open();
  const other = open();
  const held = await cast(ballot({ now: start, article: 'held' }));
  await step(start);
  const known = { attempts: 2, due: start + 1_000, floor: start + 60_000, by: 'another', until: start + 90_000 };
  other.shelf.set('desk', { last: 0, endpoints: { [endpoint]: known } });
  await move(() => [], other.shelf, shelf);
  const { batch, wakeAt } = await step(start + 30_000, [], { force: true, underWay: [held] });
  assert.deepEqual([batch, wakeAt > start + 30_000], [[], true]);
  other.shelf.set('desk', { last: 0, endpoints: { [endpoint]: { ...known, due: 0, floor: start - day } } });
  await move(() => [], other.shelf, shelf);
  assert.deepEqual((await step(start + 59_999, [], { force: true })).batch, []);
  assert.deepEqual(
    (await step(start + 60_001)).batch.map(({ id }) => id),
    [held.id],
  );
});

test('a vote that comes from another shelf keeps time and voter, and gives way to a later one', async () => {
  const { cast, at } = open();
  const moved = ballot({ now: start });
  Object.assign(moved, { castAt: new Date(start).toISOString(), voter: 'made elsewhere' });
  await cast(moved);
  assert.equal((await at(moved))?.voter, 'made elsewhere');
  const later = await cast(ballot({ now: start + 1, score: 1 }));
  assert.equal(later.voter, 'made elsewhere');
  await cast(moved);
  assert.equal((await at(later))?.id, later.id);
});

test('a vote keeps the end that its page knows, though a database committed it late and still has it waiting', async () => {
  const { cast, at, shelf } = open();
  const other = open();
  const draft = ballot({ now: start });
  await cast(draft);
  const record = await other.cast(draft);
  const { ended } = await other.step(start, [{ record, outcome: sent }]);
  const [moved] = await move(() => ended, other.shelf, shelf);
  assert.deepEqual([moved?.state, (await at(draft))?.state], ['sent', 'sent']);
});

test('of answers that come together the longest Retry-After holds', async () => {
  const { cast, step } = open();
  const [one, two] = [await cast(ballot({ now: start })), await cast(ballot({ now: start, article: 'b' }))];
  const answers = [
    { record: one, outcome: { retryAfter: 60 * minute } },
    { record: two, outcome: { retryAfter: 1_000 } },
  ];
  await step(start, answers);
  assert.deepEqual((await step(start + minute, [], { force: true })).batch, []);
  assert.equal((await step(start + 60 * minute + 1, [], { force: true })).batch.length, 1);
});
