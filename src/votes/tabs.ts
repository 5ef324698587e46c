import type { VoteRecord } from './record.js';

/** What changed in another tab of the site; null, if all was forgotten; nothing, if anything may have changed. */
export type Hint = VoteRecord[] | null | undefined;

/** @returns tells the other tabs */
export function joinTabs(hear: (hint: Hint) => void): (hint: Hint) => void {
  let channel: BroadcastChannel | undefined;
  const listen = () => {
    try {
      channel = new BroadcastChannel('sao-widgets');
      channel.onmessage = ({ data }) => hear(data as Hint);
    } catch {
      // Not allowed where storage is not: the other tabs have nothing to hear of then.
    }
  };
  listen();
  // A page that is kept for the way back would be given up for what it hears.
  addEventListener('pagehide', () => {
    channel?.close();
    // A closed one throws at whoever still casts, or has an answer, while the page is left.
    channel = undefined;
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    listen();
    hear(undefined);
  });
  return (hint) => channel?.postMessage(hint);
}
