/** The latest vote of a reader on an article. */
export interface VoteRow {
  voter: string;
  article: string;
  id: string;
  score: number;
  max: number;
  /** Milliseconds since 1970: when it was cast, at most a day after it arrived. */
  cast_at: number;
  /** The latest moment any of this reader's votes on the article claimed, a day too far or not. */
  latest_claim: number;
  /** What this vote replaced: lets one statement say what the tally has to give back. */
  replaced_score: number | null;
  replaced_max: number | null;
}

/** A part of the number of votes that an article has with this score: the parts of all slots are summed on reading. */
export interface TallyRow {
  article: string;
  max: number;
  score: number;
  slot: number;
  votes: number;
}

export interface Schema {
  sao_vote: VoteRow;
  sao_tally: TallyRow;
}
