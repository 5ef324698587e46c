import type { OutgoingVote } from '../../src/votes.js';

/** What the endpoint tells of one article. */
export interface StoredTally {
  article: string;
  sum: number;
  count: number;
  histogram: number[];
}

/** The votes an endpoint holds, in memory: one per voter and article, the latest `castAt` wins. */
export class VoteBook {
  readonly #votes = new Map<string, OutgoingVote>();

  /** Takes the vote, and says what it holds for this voter now. */
  record(vote: OutgoingVote): StoredTally & { score: number } {
    const key = JSON.stringify([vote.voter, vote.article]);
    const held = this.#votes.get(key);
    const latest = held && Date.parse(held.castAt) >= Date.parse(vote.castAt) ? held : vote;
    this.#votes.set(key, latest);
    return { ...this.tally(vote.article), score: latest.score };
  }

  tally(article: string): StoredTally {
    const votes = [...this.#votes.values()].filter((vote) => vote.article === article);
    const max = Math.max(5, ...votes.map((vote) => vote.max));
    const histogram = Array.from({ length: max }, (_, star) => votes.filter(({ score }) => score === star + 1).length);
    return { article, sum: votes.reduce((sum, { score }) => sum + score, 0), count: votes.length, histogram };
  }

  clear(): void {
    this.#votes.clear();
  }
}
