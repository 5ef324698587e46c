import type { Key, WaitingRecord } from './record.js';
import type { Shelf } from './shelf.js';

/** The shelf of a page that can, or may, store nothing. */
export function memoryShelf(): Shelf {
  const records = new Map<string, object>();
  const name = (key: Key) => JSON.stringify(key);
  const entries = (kind: string) =>
    [...records]
      .map(([key, value]): [Key, object] => [JSON.parse(key) as Key, value])
      .filter(([key]) => key[0] === kind);
  return {
    get: (key) => Promise.resolve(records.get(name(key))),
    put: (key, value) => records.set(name(key), value),
    delete: (key) => records.delete(name(key)),
    clear: () => records.clear(),
    values: (kind) => Promise.resolve(entries(kind).map(([, value]) => value)),
    *due(endpoint) {
      const waiting = entries('waiting') as [Key, WaitingRecord][];
      yield* waiting.filter(([key]) => key[2] === endpoint).sort(([, one], [, other]) => one.due - other.due);
    },
  };
}
