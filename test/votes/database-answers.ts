const name = 'sao-widgets';

const done = (request: IDBOpenDBRequest) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('The database does not answer.', { cause: request.error }));
  });

/**
 * Waits until the database does what it is asked. WebKit lets the first who open or delete one after another page has
 * gone wait, sometimes for longer than the outbox would; a test is not about that.
 */
export async function databaseAnswers(): Promise<void> {
  const wasThere = (await indexedDB.databases()).some((database) => database.name === name);
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.result.createObjectStore(name);
  const database = await done(opening);
  const transaction = database.transaction(name, 'readwrite');
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = reject;
  });
  database.close();
  if (!wasThere) await done(indexedDB.deleteDatabase(name));
}
