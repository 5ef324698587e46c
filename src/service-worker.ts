/**
 * Background delivery for a host that owns a service worker: imported there, it sends what waits after all tabs are
 * closed, where the browser has Background Sync. Page and worker share the lease, so never send the same vote at once.
 */
import { syncTag } from './votes/background-sync.js';
import { openOutbox } from './votes/votes.js';

/** The event is in no TypeScript library: only Chromium has it. */
interface SyncEvent extends Event {
  readonly tag: string;
  waitUntil: (work: Promise<void>) => void;
}

const votes = openOutbox();

async function deliver(): Promise<void> {
  await votes.flush();
  // A failure makes the browser try again later.
  if ((await votes.pending()).length > 0) throw new Error('Some votes still wait.');
}

// Imported on a server there is nothing to listen to.
(globalThis as Partial<typeof globalThis>).addEventListener?.('sync', (event) => {
  const { tag } = event as SyncEvent;
  if (tag === syncTag) (event as SyncEvent).waitUntil(deliver());
});
