/**
 * Waits until the database does what it is asked, which a test that is not about that may need. WebKit lets the first who
 * open or delete one after another page has gone wait, and a browser may take its time after a kill: sometimes for longer
 * than the outbox would. Nothing here is from outside the function, so that it can be called in another page, too.
 */
export async function databaseAnswers(): Promise<void> {
  const name = 'sao-widgets';
  const wasThere = (await indexedDB.databases()).some((database) => database.name === name);
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.result.createObjectStore(name);
  await new Promise((resolve, reject) => {
    opening.onsuccess = resolve;
    opening.onerror = reject;
  });
  const transaction = opening.result.transaction(name, 'readwrite');
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = reject;
  });
  opening.result.close();
  if (wasThere) return;
  const deletion = indexedDB.deleteDatabase(name);
  await new Promise((resolve, reject) => {
    deletion.onsuccess = resolve;
    deletion.onerror = reject;
  });
}
