/**
 * Background delivery for a host that owns a service worker: imported there, it sends what waits after all tabs are
 * closed, where the browser has Background Sync. Page and worker share the lease, so never send the same vote at once.
 */
import { syncTag } from './votes/background-sync.js';
import { isVote } from './votes/record.js';
import type { Shelf } from './votes/shelf.js';
import { store } from './votes/store.js';
import { openOutbox } from './votes/votes.js';

/** The event is in no TypeScript library: only Chromium has it. */
interface SyncEvent extends Event {
  readonly tag: string;
  waitUntil: (work: Promise<void>) => void;
}

const votes = openOutbox();

/** Milliseconds for the database to tell. */
const patience = 1800;

/** Whether anybody's vote waits that can be sent from here: the outbox itself knows no reader, and tells of none. */
async function waits(shelf: Shelf): Promise<boolean> {
  for await (const [, vote] of shelf.each(['pending'])) if (isVote(vote) && !vote.pageOnly) return true;
  return false;
}

async function deliver(): Promise<void> {
  await votes.flush();
  // A failure makes the browser try again later.
  if (await store(patience, false, waits)) throw new Error('Some votes still wait.');
}

// Imported on a server there is nothing to listen to.
(globalThis as Partial<typeof globalThis>).addEventListener?.('sync', (event) => {
  const { tag } = event as SyncEvent;
  if (tag === syncTag) (event as SyncEvent).waitUntil(deliver());
});
