import { z } from 'zod';
import { parseMoment } from './cast-at.js';

/** Text without control characters and half surrogates; its length counts characters, not UTF-16 units. */
const text = (longest: number) =>
  z.string().regex(new RegExp(`^[^\\p{Cc}\\p{Cs}]{1,${longest}}$`, 'u'), {
    error: `must be text of 1 to ${longest} characters without control characters`,
  });

export const articleSchema = text(500).meta({
  description: "The article's id, compared exactly; often its canonical URL.",
  examples: ['https://news.example/a/16'],
});

const uuid = /^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/;

/** A vote as clients post it. Fields that this version does not know are ignored. */
export const voteSchema = z
  .object({
    id: z
      .string()
      .regex(uuid, { error: 'must be a UUID' })
      .meta({ description: 'The idempotency key: new with every vote, the same with every repetition.' }),
    article: articleSchema,
    score: z
      .int({ error: 'must be a whole number from 1 to max' })
      .min(1, { error: 'must be at least 1' })
      .max(10, { error: 'must be at most max' }),
    max: z
      .int({ error: 'must be a whole number from 1 to 10' })
      .min(1, { error: 'must be at least 1' })
      .max(10, { error: 'must be at most 10' })
      .meta({ description: 'The number of stars that the reader could give.' }),
    voter: text(128).meta({ description: 'A reader, per site; the latest vote of a reader on an article counts.' }),
    castAt: z
      .string({ error: 'must be a date and time in ISO 8601 with an offset' })
      .refine((moment) => parseMoment(moment) !== null, {
        error: 'must be a date and time in ISO 8601 with an offset',
      })
      .meta({
        description: 'ISO 8601 with any offset; strictly increases per voter. Kept at most as now plus one day.',
        examples: ['2026-11-23T08:00:00.123Z', '2026-11-23T15:00:00+07:00'],
      }),
    token: z
      .string({ error: 'must be text' })
      .optional()
      .meta({ description: 'With a secret set: HMAC-SHA256(secret, article) in hex.' }),
  })
  .refine(({ score, max }) => score <= max, { error: 'must be at most max', path: ['score'] })
  .meta({ id: 'Vote' });

export type IncomingVote = z.infer<typeof voteSchema>;

const count = z.int().min(0);

export const tallySchema = z
  .object({
    article: articleSchema,
    sum: count.meta({ description: 'The sum of all scores.' }),
    count: count.meta({ description: 'The number of votes.' }),
    histogram: z.array(count).min(1).max(10).meta({ description: 'Votes per star, from one star up.' }),
  })
  .meta({ id: 'Tally' });

export type Tally = z.infer<typeof tallySchema>;

export const voteAnswerSchema = tallySchema
  .extend({ score: z.int().min(1).max(10).meta({ description: 'What the endpoint holds for this voter.' }) })
  .meta({ id: 'VoteAnswer' });

export const talliesSchema = z.object({ tallies: z.array(tallySchema).max(100) }).meta({ id: 'Tallies' });

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'A sentence for the person who wrote the client.' }),
    errors: z.array(z.object({ detail: z.string(), pointer: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457.' });
