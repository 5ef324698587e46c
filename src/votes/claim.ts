import { warnOnce } from '../shared/warn.js';
import { wallClock } from '../shared/wall-clock.js';
import { ahead } from './back-off.js';
import type { Means } from './deliver.js';
import { isVote, keyOf, type VoteRecord } from './record.js';
import { deskKey, deskOn, lay, type Shelf } from './shelf.js';

const day = 864e5;
const year = 365 * day;

/**
 * So long a tab is an endpoint's only sender, and half of it goes by before it says so again: whoever comes after a tab
 * that crashed, froze or was left does not wait longer.
 */
const lease = 6_000;
/** Another tab's clock may be read a moment later than this one's; only beyond that was a clock changed. */
const disagreement = 2_000;
/** So many are under way at once, which keeps `keepalive` bodies far below the browsers' budget. */
const atOnce = 6;

/** Who asks for what to send, and how. */
export interface Sender {
  /** Names the tab. */
  by: string;
  /** Send at once, whatever the back-off. */
  force?: boolean;
  /** How this page sends a vote, if it can. */
  meansOf: (record: VoteRecord) => Means | undefined;
  /** The days that a vote may wait, if the page says so. */
  maxAge?: number | undefined;
}

/** What to send now, what waited too long, and when to ask again. */
export interface Turn {
  batch: [VoteRecord, Means][];
  expired: VoteRecord[];
  wakeAt: number;
}

/**
 * Claims what to send next, besides what is under way. The sender holds an endpoint's lease while anything is under way to
 * it. The time is read in the transaction: one read before waiting for it would be older than a lease written meanwhile.
 */
export async function claim(
  shelf: Shelf,
  underWay: VoteRecord[],
  { by, force, meansOf, maxAge }: Sender,
  now = wallClock(),
): Promise<Turn> {
  const batch: Turn['batch'] = [];
  const expired: VoteRecord[] = [];
  const moments: number[] = [];
  const desk = await deskOn(shelf);
  for (const [endpoint, health] of Object.entries(desk.endpoints)) {
    const held = health.by !== by && ahead(now, health.until, lease + disagreement);
    if (held) {
      moments.push(held);
      continue;
    }
    const gate = Math.max(ahead(now, health.floor, day + disagreement), force ? 0 : ahead(now, health.due));
    const mine = underWay.filter((record) => record.endpoint === endpoint);
    let probe: Turn['batch'][number] | undefined;
    for await (const [key, record] of shelf.each(['pending', endpoint])) {
      if (!isVote(record) || String(keyOf('pending', record)) !== String(key)) {
        // A newer version of the library knows what to do with its own.
        if (Number((record as VoteRecord | null)?.version) > 1) continue;
        warnOnce('a kept vote cannot be read.');
        shelf.set(['corrupt', String(key)], record as object);
        shelf.set(key);
        continue;
      }
      if (mine.some(({ id }) => id === record.id)) continue;
      const end = record.since + (maxAge ?? record.maxAge ?? 30) * day;
      if (ahead(end, now + 1, year)) {
        expired.push({ ...record, state: 'rejected', reason: 'expired', since: now });
        continue;
      }
      // An age that cannot be comes from a clock that was changed; it is counted anew.
      if (now > end || now < record.since) shelf.set(key, { ...record, since: now });
      moments.push(end);
      const means = meansOf(record);
      if (!means) continue;
      const due = gate || (force ? 0 : ahead(now, record.due));
      moments.push(due);
      if (gate || mine.length >= (health.attempts ? 1 : atOnce)) break;
      if (due) continue;
      if (health.attempts) {
        // While the endpoint is in doubt, the vote that failed least: those that always fail hold up no other.
        if (!probe || (record.attempts ?? 0) < (probe[0].attempts ?? 0)) probe = [record, means];
        if (!record.attempts) break;
        continue;
      }
      mine.push(record);
      batch.push([record, means]);
    }
    if (probe) batch.push(probe);
    const busy = mine.length > 0 || probe;
    if (busy) moments.push(now + lease / 2);
    if (busy || (health.by === by && health.until)) {
      Object.assign(health, { by, until: busy && now + lease });
      shelf.set(deskKey, desk);
    }
  }
  for (const vote of expired) lay(shelf, vote, vote);
  return { batch, expired, wakeAt: Math.min(...moments.filter((moment) => moment > now)) };
}
