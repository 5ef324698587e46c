import { ahead, step } from './back-off.js';
import { deskKey, isVote, recordVersion, type Desk, type VoteRecord } from './record.js';
import { end, heed, settle, type Answer } from './settle.js';
import type { Shelf } from './shelf.js';
import type { VoteChange } from './vote.js';

const day = 864e5;
const year = 365 * day;

/** A request takes at most 15 s; then there are five more to write down the answer. */
const lease = 20_000;
/** Another tab's clock may be read a moment later than this one's; only beyond that was a clock changed. */
const disagreement = 2_000;
/** So many are under way at once, which keeps `keepalive` bodies far below the browsers' budget. */
const atOnce = 6;

/** Who asks for what to send, and how. */
export interface Sender {
  /** Names the tab. */
  by: string;
  now: number;
  /** Send at once, whatever the back-off. */
  force: boolean;
  /** Days that a vote may wait, where the page says so. */
  maxAge: number | undefined;
  /** The votes under way. */
  underWay: VoteRecord[];
  /** Whether this page knows how. */
  canSend: (record: VoteRecord) => boolean;
}

/** What to send now, what came to its end, and when to ask again. */
export interface Turn {
  batch: VoteRecord[];
  changes: VoteChange[];
  wakeAt: number;
  corrupt?: boolean;
}

/**
 * A step of delivery, in one transaction: writes down the answers to what was sent, then claims what to send next. The
 * sender holds the lease while anything is under way.
 */
export async function advance(shelf: Shelf, answers: Answer[], sender: Sender): Promise<Turn> {
  const { by, now, force, underWay, maxAge, canSend } = sender;
  const turn: Turn = { batch: [], changes: [], wakeAt: Infinity };
  const desk = (await shelf.get(deskKey)) as Desk | undefined;
  // After forget() there is nothing, and nothing may come back.
  if (!desk) return turn;
  for (const answer of answers) {
    const change = await settle(shelf, answer, now);
    if (change) turn.changes.push(change);
    if (desk.by === by) heed((desk.endpoints[answer.record.endpoint] ??= {}), answer, now);
  }
  if (desk.by !== by && (turn.wakeAt = ahead(desk.until ?? 0, now, lease + disagreement) || Infinity) < Infinity)
    return turn;

  for (const [endpoint, { failures, floor = 0, notBefore = 0 }] of Object.entries(desk.endpoints)) {
    const gate = Math.max(ahead(floor, now, day), force ? 0 : step(notBefore, now));
    let room = (failures ? 1 : atOnce) - underWay.filter((record) => record.endpoint === endpoint).length;
    for await (const [key, found] of shelf.waiting(endpoint)) {
      const record = found as VoteRecord;
      if (record.version > recordVersion) continue;
      if (!isVote(record)) {
        // Set aside, and wrapped so that the index does not find it again.
        shelf.delete(key);
        shelf.put({ record }, ['corrupt', ...(key as string[])]);
        turn.corrupt = true;
        continue;
      }
      const over = now - record.since - (maxAge ?? record.how.maxAge ?? 30) * day;
      if (over > 0 && over < year) turn.changes.push(end(shelf, record, { reason: 'expired' }, now));
      else {
        // An age that cannot be comes from a clock that was changed; it is counted anew.
        if (over > 0 || record.since > now) shelf.put({ ...record, since: now }, key);
        if (!canSend(record) || underWay.some(({ vote }) => vote.id === record.vote.id)) continue;
        const wait = gate || (force ? 0 : step(Number(record.due), now));
        if (wait) turn.wakeAt = Math.min(turn.wakeAt, wait);
        if (wait || room-- < 1) break;
        turn.batch.push(record);
      }
    }
  }
  const busy = turn.batch.length + underWay.length;
  if (busy || answers.length) shelf.put({ ...desk, by, until: busy ? now + lease : 0 }, deskKey);
  return turn;
}
