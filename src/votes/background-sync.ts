/** The tag of the sync event in the host's service worker. */
export const syncTag = 'sao-widgets';

/** Background Sync is in no TypeScript library: only Chromium has it. */
interface SyncRegistration {
  sync?: { register: (tag: string) => Promise<void> };
}

/** Asks the host's service worker, if it has one, to deliver what still waits when all tabs are closed. */
export function askForBackgroundSync(): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  // Where it is not allowed, the next visit delivers.
  workers?.ready.then((host) => (host as SyncRegistration).sync?.register(syncTag)).catch(() => undefined);
}
