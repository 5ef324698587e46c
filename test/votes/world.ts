import assert from 'node:assert/strict';
import type { Outcome } from '../../src/votes/answer.js';
import { claim } from '../../src/votes/claim.js';
import { keep } from '../../src/votes/keep.js';
import type { VoteRecord } from '../../src/votes/record.js';
import { settle } from '../../src/votes/settle.js';
import { memoryShelf, type Shelf } from '../../src/votes/shelf.js';
import { ballot, byJson } from './ballots.js';

/** What may become of a request. */
type Fate = 'counted' | 'counted twice' | 'dropped after' | 'dropped before' | '503' | 'retry-after' | 'refused';

/** A vote, and what its endpoint said to it, if anything. */
interface Answer {
  record: VoteRecord;
  outcome: Outcome | undefined;
}

interface Tab {
  by: string;
  answers: Answer[];
}

interface Request {
  tab: number;
  by: string;
  record: VoteRecord;
}

const day = 864e5;

/** Tabs of one origin around one database, and an endpoint that keeps a reader's latest vote. */
export class World {
  static readonly fates: Fate[] = [
    'counted',
    'counted',
    'counted twice',
    'dropped after',
    'dropped before',
    '503',
    'retry-after',
    'refused',
  ];

  now = Date.parse('2026-11-23T08:00:00Z');
  records = new Map<string, object>();
  shelf: Shelf = memoryShelf(this.records);
  underWay: Request[] = [];
  readonly #tabs: Tab[] = [0, 1, 2].map((n) => ({ by: `tab ${n}`, answers: [] }));
  #opened = 3;
  /** The last vote that each article was told to have been kept. */
  readonly #acknowledged = new Map<string, VoteRecord>();
  /** What the endpoint holds, and how it came to its tally. */
  readonly #held = new Map<string, { castAt: string; score: number; id: string }>();
  readonly #tally = new Map<string, number>();
  readonly #refused = new Set<string>();
  readonly #ended = new Map<string, string>();
  #clockWasChanged = false;

  async cast(tab: number, article: string, score: number): Promise<void> {
    const draft = ballot({ article, score, now: this.now, id: `vote ${this.#acknowledged.size}-${Math.random()}` });
    const before = this.#acknowledged.get(article);
    const record = await keep(this.shelf, draft);
    assert.ok(this.#tabs[tab]);
    if (before) assert.ok(record.castAt > before.castAt, 'castAt grows');
    this.#acknowledged.set(article, structuredClone(record));
  }

  /** A step of one tab: a transaction that happens whole. */
  async step(tab: number, force: boolean): Promise<void> {
    const { by, answers } = this.#tab(tab);
    const mine = this.underWay.filter((request) => request.by === by).map(({ record }) => record);
    const turn = await this.#advance(this.shelf, tab, answers.splice(0), force, mine);
    for (const vote of turn.ended) this.#end(vote.id, vote.reason ?? vote.state);
    for (const [record] of turn.batch) {
      this.underWay.push({ tab, by, record: structuredClone(record) });
    }
  }

  /** A step whose transaction is aborted, so that nothing of it happens. */
  async cut(tab: number): Promise<void> {
    const copy = structuredClone(this.records);
    await this.#advance(memoryShelf(copy), tab, this.#tab(tab).answers.splice(0), true, []);
  }

  crash(tab: number): void {
    const { by } = this.#tab(tab);
    this.underWay = this.underWay.filter((request) => request.by !== by);
    this.#tabs[tab] = { by: `tab ${this.#opened++}`, answers: [] };
  }

  jump(days: number): void {
    this.#clockWasChanged = true;
    this.now += days * day;
  }

  /** One of the requests under way arrives, in whatever order. */
  arrive(which: number, fate: Fate): void {
    const [request] = this.underWay.splice(which % (this.underWay.length || 1), 1);
    if (request) this.#arrive(request, fate);
  }

  arriveOf(tab: number, fate: Fate = 'counted'): void {
    const index = this.underWay.findIndex((request) => request.tab === tab);
    const [request] = index < 0 ? [] : this.underWay.splice(index, 1);
    if (request) this.#arrive(request, fate);
  }

  async healAndDrain(): Promise<void> {
    // The clock is right again, and the endpoint is well.
    this.now = Math.max(Date.parse('2026-11-23T08:00:00Z'), this.now % (3650 * day));
    if (this.#clockWasChanged) this.now = Date.parse('2026-11-23T12:00:00Z');
    for (const request of this.underWay.splice(0)) this.#arrive(request, 'counted');
    for (let round = 0; round < 200; round++) {
      await this.step(round % 3, false);
      for (const request of this.underWay.splice(0)) this.#arrive(request, 'counted');
      this.now += round < 100 ? 21_000 : 3600_000 / 4;
    }
  }

  checkSafety(): void {
    for (const [article, { score }] of this.#held) assert.equal(this.#tally.get(article), score, 'counted once');
    for (const vote of this.#acknowledged.values()) {
      if (this.#refused.has(vote.id)) continue;
      const there = [...this.records.values()].some((record) => 'id' in record && record.id === vote.id);
      assert.ok(there, 'a kept vote is on the shelf');
      const end = this.#ended.get(vote.id);
      if (end === 'sent') assert.equal(this.#held.get(vote.article)?.id, vote.id, 'sent means that it counts');
      else assert.equal(end, undefined);
    }
  }

  checkDelivered(): void {
    this.checkSafety();
    for (const [article, vote] of this.#acknowledged) {
      if (this.#refused.has(vote.id)) assert.equal(this.#ended.get(vote.id), 'refused');
      else {
        assert.equal(this.#held.get(article)?.id, vote.id, 'the latest stands');
        assert.equal(this.#ended.get(vote.id), 'sent', 'and the page was told');
      }
    }
  }

  #tab(tab: number): Tab {
    const found = this.#tabs[tab];
    assert.ok(found);
    return found;
  }

  async #advance(shelf: Shelf, tab: number, answers: Answer[], force: boolean, underWay: VoteRecord[]) {
    const { by } = this.#tab(tab);
    const ended: VoteRecord[] = [];
    for (const { record, outcome } of answers) ended.push(...(await settle(shelf, record, outcome, this.now)));
    const turn = await claim(shelf, underWay, { by, force, meansOf: () => byJson }, this.now);
    return { batch: turn.batch, ended: [...ended, ...turn.expired] };
  }

  #end(id: string, how: string): void {
    this.#ended.set(id, how);
  }

  #arrive({ by, record }: Request, fate: Fate): void {
    const outcome: Outcome = {};
    // An endpoint does not change its mind: what it refused it refuses again, what it counted it has counted.
    if (fate === 'refused' && this.#held.get(record.article)?.id !== record.id) this.#refused.add(record.id);
    const isLost = fate === 'dropped before' || fate === 'dropped after';
    if (fate === 'retry-after') outcome.retryAfter = 30_000;
    else if (!isLost && fate !== '503') {
      if (this.#refused.has(record.id)) Object.assign(outcome, { state: 'rejected', reason: 'refused' });
      else outcome.state = 'sent';
    }
    const times = this.#refused.has(record.id)
      ? 0
      : { counted: 1, 'counted twice': 2, 'dropped after': 1 }[fate as string];
    for (let n = 0; n < (times ?? 0); n++) this.#count(record);
    const tab = this.#tabs.find((candidate) => candidate.by === by);
    tab?.answers.push({ record, outcome: isLost ? undefined : outcome });
  }

  /** The endpoint's rule: the latest `castAt` stands, and the tally changes by the difference. */
  #count({ article, castAt, score, id }: VoteRecord): void {
    const held = this.#held.get(article);
    if (held && held.castAt >= castAt) return;
    this.#held.set(article, { castAt, score, id });
    this.#tally.set(article, (this.#tally.get(article) ?? 0) - (held?.score ?? 0) + score);
  }
}

/** All orders in which two tabs can do what each does in its own order. */
export function* interleavings<Step>(one: Step[], other: Step[]): Generator<[number, Step][]> {
  const [first, ...rest] = one;
  const [second, ...remaining] = other;
  if (first === undefined || second === undefined) {
    yield [...one.map((step): [number, Step] => [0, step]), ...other.map((step): [number, Step] => [1, step])];
    return;
  }
  for (const tail of interleavings(rest, other)) yield [[0, first], ...tail];
  for (const tail of interleavings(one, remaining)) yield [[1, second], ...tail];
}
