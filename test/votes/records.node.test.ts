import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { advance } from '../../src/votes/claim.js';
import type { VoteRecord } from '../../src/votes/record.js';
import { find, memoryShelf } from '../../src/votes/shelf.js';
import { ballot, endpoint } from './ballots.js';

/** What a release stored, key by key; a file is never changed after its release. */
const stored = () =>
  (
    JSON.parse(readFileSync(new URL('records/version-1.json', import.meta.url), 'utf8')) as [
      string | string[],
      object,
    ][]
  ).map(([key, value]): [string, object] => [String(key), value]);
const now = Date.parse('2026-11-24T08:00:00Z');
const sender = { by: 'tab', now, force: false, underWay: [], canSend: () => true };

test('what version 1 stored is found, sent and settled', async () => {
  const shelf = memoryShelf(new Map(stored()));
  const ended = ballot({ article: 'https://news.example/a/17' });
  assert.equal((await find(shelf, ended))?.state, 'sent');
  const { batch } = await advance(shelf, [], sender);
  assert.deepEqual(
    batch.map(({ article }) => article),
    ['https://news.example/a/16'],
  );
  const [record] = batch;
  assert.ok(record);
  const turn = await advance(shelf, [{ record, outcome: { state: 'sent' } }], sender);
  assert.deepEqual([turn.ended[0]?.state, turn.ended[0]?.confirmed], ['sent', 4]);
});

test('what a newer version stored in a shape unknown here is neither sent nor changed', async () => {
  const records = new Map(stored());
  const key = String(['pending', endpoint, 'newer', '']);
  const newer = { version: 2, ballot: { score: { stars: 4 } } } as unknown as VoteRecord;
  records.set(key, newer);
  const { batch, corrupt } = await advance(memoryShelf(records), [], { ...sender, force: true });
  assert.equal(batch.length, 1);
  assert.equal(corrupt, undefined);
  assert.deepEqual(records.get(key), { version: 2, ballot: { score: { stars: 4 } } });
});
