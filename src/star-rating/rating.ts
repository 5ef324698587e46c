import type { ArticleVotes, Place } from './article-votes.js';
import { standingScore } from './delivery.js';

/** A rating as its host sees it. */
export interface Rating extends HTMLElement {
  max: number;
  value: number | null;
  average: number | null;
  count: number | null;
  label: string | null;
  summary: string;
  required: boolean;
  once: boolean;
  histogram: boolean;
  requestUpdate: () => void;
}

/** What a rating knows at this moment besides what its host told it. */
export interface Knowledge {
  place?: Place | undefined;
  votes?: ArticleVotes | undefined;
  /** The star that pointer or keys are at. */
  preview: number | null;
}

/** Whether the reader's vote, counted or on its way, is known. */
export const hasVoted = ({ value }: Rating, { votes }: Knowledge): boolean =>
  (value ?? standingScore(votes?.own)) !== null;

/** Whether the vote is final. */
export const isLocked = (rating: Rating, knowledge: Knowledge): boolean => rating.once && hasVoted(rating, knowledge);

/** Whether a vote can be cast. */
export const isOpen = (rating: Rating, knowledge: Knowledge): boolean =>
  !!knowledge.place?.isVotable && !rating.matches(':disabled') && !isLocked(rating, knowledge);
