/** The tag of the sync event in the host's service worker. */
export const syncTag = 'sao-widgets';

/** Background Sync is in no TypeScript library: only Chromium has it. */
interface SyncRegistration {
  sync?: { register: (tag: string) => Promise<void> };
}

/** Asks the host's service worker, if it has one, to deliver what still waits when all tabs are closed. */
export async function askForBackgroundSync(): Promise<void> {
  try {
    const registration = await (navigator.serviceWorker as ServiceWorkerContainer | undefined)?.ready;
    await (registration as SyncRegistration | undefined)?.sync?.register(syncTag);
  } catch {
    // Not allowed: the next visit delivers.
  }
}
