import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { deliver } from '../../src/votes/deliver.js';
import { ballot, byJson } from './ballots.js';

test('what a service worker is refused waits for a page, which may know more; a page takes it as the end', async () => {
  mock.method(globalThis, 'fetch', () => Promise.resolve(new Response('', { status: 404 })));
  const refused = () => deliver(ballot(), byJson, () => true);
  try {
    assert.deepEqual(await refused(), {});
    Object.assign(globalThis, { document: {} });
    assert.equal((await refused())?.state, 'rejected');
  } finally {
    Reflect.deleteProperty(globalThis, 'document');
    mock.restoreAll();
  }
});
