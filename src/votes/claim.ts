import { longestStep } from './back-off.js';
import { isWaiting, keyOf, recordVersion, type EndpointRecord, type WaitingRecord } from './record.js';
import { end, heed, settle, type Answer, type Change } from './settle.js';
import type { Shelf } from './shelf.js';

const day = 864e5;
const year = 365 * day;

/** A request takes at most 15 s; then there are five more to write down the answer. */
const lease = 20_000;
/** So many are sent at once, which keeps `keepalive` bodies far below the browsers' budget. */
const batchSize = 6;

/** Who asks for what to send, and how. */
export interface Sender {
  /** Names the tab. */
  by: string;
  now: number;
  /** Send at once, whatever the back-off. */
  force?: boolean;
  /** Days that a vote may wait, where the page says so. */
  maxAge?: number | undefined;
  /** Whether this page knows how. */
  canSend: (record: WaitingRecord) => boolean;
}

/** What to send now; nothing means that this sender is done until `wakeAt`. */
export interface Turn {
  batch: WaitingRecord[];
  wakeAt: number;
  changes: Change[];
  corrupt: number;
}

/** The moment if it is still to come and not absurdly far ahead, which only a clock that was changed can bring about. */
const ahead = (moment: number, now: number, atMost: number): number =>
  moment > now && moment <= now + atMost ? moment : 0;

/** Whether the vote waited too long. A clock that is years ahead must stay so for a day to be believed. */
function age(shelf: Shelf, record: WaitingRecord, { now, maxAge }: Sender): 'young' | 'doubtful' | 'old' {
  const over = now - record.since - (maxAge ?? record.maxAge ?? 30) * day;
  if (over <= 0) return 'young';
  const { doubted = Infinity } = record;
  if (over < year || now - doubted >= day) return 'old';
  if (doubted > now) shelf.put(keyOf('waiting', record), { ...record, doubted: now });
  return 'doubtful';
}

/**
 * One step of delivery, in one transaction: writes down the answers to what was sent, then claims what to send next.
 * The sender holds the endpoint's lease from its first claim until there is nothing left to claim.
 */
export async function advance(shelf: Shelf, endpoint: string, answers: Answer[], sender: Sender): Promise<Turn> {
  const { by, now, force, canSend } = sender;
  const turn: Turn = { batch: [], wakeAt: Infinity, changes: [], corrupt: 0 };
  for (const answer of answers) {
    const change = await settle(shelf, answer, now);
    if (change) turn.changes.push(change);
  }
  const key = ['endpoint', endpoint] as const;
  const found = (await shelf.get([...key])) as Partial<EndpointRecord> | undefined;
  // After forget() there is nothing, and nothing may come back.
  if (!found) return turn;
  const { failures = 0, notBefore = 0, floor = 0, by: sending = '', until = 0 } = found;
  const state: EndpointRecord = { failures, notBefore, floor, by: sending, until };
  const mine = state.by === by;
  const held = mine ? 0 : ahead(state.until, now, lease);
  if (mine) heed(state, answers, now);
  const gate = held || Math.max(ahead(state.floor, now, day), force ? 0 : ahead(state.notBefore, now, longestStep));

  for await (const [recordKey, value] of shelf.due(endpoint)) {
    if ((value as WaitingRecord).version > recordVersion) continue;
    if (!isWaiting(value)) {
      shelf.delete(recordKey);
      // Wrapped, so that the index does not find it again.
      shelf.put(['corrupt', ...recordKey.slice(1)], { value });
      turn.corrupt++;
      continue;
    }
    const how = age(shelf, value, sender);
    if (how === 'old') turn.changes.push(end(shelf, value, { reason: 'expired' }));
    if (how !== 'young' || !canSend(value)) continue;
    turn.wakeAt = gate || (force ? 0 : ahead(value.due, now, longestStep));
    if (turn.wakeAt || turn.batch.push(value) >= (state.failures ? 1 : batchSize)) break;
  }
  if (mine || turn.batch.length) {
    Object.assign(state, turn.batch.length ? { by, until: now + lease } : { by: '', until: 0 });
    shelf.put([...key], state);
  }
  return turn;
}
