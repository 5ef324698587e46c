const name = 'sao-widgets';

/**
 * Waits until the database does what it is asked. WebKit lets the first who open it after another page has gone wait,
 * sometimes for longer than the outbox would; a test is not about that.
 */
export async function databaseAnswers(): Promise<void> {
  if (!(await indexedDB.databases()).some((database) => database.name === name)) return;
  const opening = indexedDB.open(name);
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
}
