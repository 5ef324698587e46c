/**
 * Makes the database silent, as a tab does that froze in the middle of a transaction.
 * @returns lets it answer again, and waits until it can
 */
export async function silenceDatabase(): Promise<() => Promise<void>> {
  const opening = indexedDB.open('sao-widgets');
  await new Promise((resolve, reject) => {
    opening.onsuccess = resolve;
    opening.onerror = reject;
  });
  const database = opening.result;
  const transaction = database.transaction('sao-widgets', 'readwrite');
  const records = transaction.objectStore('sao-widgets');
  let isSilent = true;
  const completed = new Promise((resolve) => (transaction.oncomplete = resolve));
  const hold = () => {
    if (isSilent) records.get('nothing').onsuccess = hold;
  };
  hold();
  return async () => {
    isSilent = false;
    await completed;
    database.close();
  };
}
