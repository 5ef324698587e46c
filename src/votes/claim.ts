import { page } from '../shared/page.js';
import { ahead } from './back-off.js';
import { isVote, recordVersion, type VoteRecord } from './record.js';
import { heed, settle, type Answer } from './settle.js';
import { deskKey, deskOn, type Shelf } from './shelf.js';

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
  now: number;
  /** Send at once, whatever the back-off. */
  force: boolean;
  /** The votes under way. */
  underWay: VoteRecord[];
  /** Whether this page knows how. */
  canSend: (record: VoteRecord) => unknown;
}

/** What to send now, what came to its end, and when to ask again. */
export interface Turn {
  batch: VoteRecord[];
  ended: VoteRecord[];
  wakeAt: number;
  corrupt?: boolean;
}

/**
 * A step of delivery, in one transaction: writes down the answers to what was sent, then claims what to send next. The
 * sender holds an endpoint's lease while anything is under way to it.
 */
export async function advance(shelf: Shelf, answers: Answer[], sender: Sender): Promise<Turn> {
  const { by, now, force, underWay, canSend } = sender;
  const turn: Turn = { batch: [], ended: [], wakeAt: Infinity };
  const end = async (answer: Answer) => {
    const vote = await settle(shelf, answer, now);
    if (vote) turn.ended.push(vote);
  };
  const desk = await deskOn(shelf);
  for (const answer of answers) {
    await end(answer);
    const health = desk.endpoints[answer.record.endpoint];
    if (health) heed(health, answer, now);
  }
  for (const [endpoint, health] of Object.entries(desk.endpoints)) {
    const { failures, floor, notBefore } = health;
    const wakeAt = (moment: number) => (turn.wakeAt = Math.min(turn.wakeAt, moment || Infinity));
    const held = health.by !== by && ahead(now, health.until, lease + disagreement);
    if (held) {
      wakeAt(held);
      continue;
    }
    const gate = Math.max(ahead(now, floor, day), force ? 0 : ahead(now, notBefore));
    const mine = underWay.filter((record) => record.endpoint === endpoint);
    for await (const [key, record] of shelf.each(['pending', endpoint])) {
      if (Number((record as VoteRecord | null)?.version) > recordVersion) continue;
      if (!isVote(record)) {
        shelf.set(key);
        shelf.set(['corrupt', String(key)], { record });
        turn.corrupt = true;
        continue;
      }
      const over = now - record.since - (page.configuration.maxAge ?? record.maxAge ?? 30) * day;
      if (over > 0 && over < year) {
        await end({ record, outcome: { state: 'rejected', reason: 'expired' } });
        continue;
      }
      // An age that cannot be comes from a clock that was changed; it is counted anew.
      if (over > 0 || record.since > now) shelf.set(key, { ...record, since: now });
      if (!canSend(record) || mine.some(({ id }) => id === record.id)) continue;
      const due = force ? 0 : ahead(now, record.due);
      wakeAt(gate || due);
      if (gate || mine.length >= (failures ? 1 : atOnce)) break;
      if (due) continue;
      mine.push(record);
      turn.batch.push(record);
    }
    const busy = mine.length > 0;
    if (busy) wakeAt(now + lease / 2);
    if (busy || answers.length) {
      Object.assign(health, { by, until: busy ? now + lease : 0 });
      shelf.set(deskKey, desk);
    }
  }
  return turn;
}
