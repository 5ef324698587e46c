import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { page } from '../../src/shared/page.js';
import { claim } from '../../src/votes/claim.js';
import { settle } from '../../src/votes/settle.js';
import type { VoteRecord } from '../../src/votes/record.js';
import { find, memoryShelf } from '../../src/votes/shelf.js';
import { ballot, byJson, endpoint } from './ballots.js';

/** What a release stored, key by key; a file is never changed after its release. */
const stored = () =>
  (
    JSON.parse(readFileSync(new URL('records/version-1.json', import.meta.url), 'utf8')) as [
      string | string[],
      object,
    ][]
  ).map(([key, value]): [string, object] => [String(key), value]);
const now = Date.parse('2026-11-24T08:00:00Z');
const sender = { by: 'tab', meansOf: () => byJson };

test('what version 1 stored is found, sent and settled', async () => {
  const shelf = memoryShelf(new Map(stored()));
  const ended = ballot({ article: 'https://news.example/a/17' });
  assert.equal((await find(shelf, ended))?.state, 'sent');
  const { batch } = await claim(shelf, [], sender, now);
  assert.deepEqual(
    batch.map(([{ article }]) => article),
    ['https://news.example/a/16'],
  );
  const [record] = batch[0] ?? [];
  assert.ok(record);
  const [sent] = await settle(shelf, record, { state: 'sent' }, now);
  assert.deepEqual([sent?.state, sent?.confirmed], ['sent', 4]);
});

test('what a newer version stored in a shape unknown here is neither sent nor changed', async () => {
  const records = new Map(stored());
  const key = String(['pending', endpoint, 'newer', '']);
  const newer = { version: 2, ballot: { score: { stars: 4 } } } as unknown as VoteRecord;
  records.set(key, newer);
  const { batch } = await claim(memoryShelf(records), [], { ...sender, force: true }, now);
  assert.equal(batch.length, 1);
  assert.equal(page.said.size, 0, 'and nobody is told that it cannot be read');
  assert.deepEqual(records.get(key), { version: 2, ballot: { score: { stars: 4 } } });
});
