import { z } from 'zod';
import { version } from '../shared/version.js';
import { bodyLimit } from './read-body.js';
import { articleSchema, problemSchema, talliesSchema, tallySchema, voteAnswerSchema, voteSchema } from './wire.js';

const schemas = {
  Vote: voteSchema,
  Tally: tallySchema,
  VoteAnswer: voteAnswerSchema,
  Tallies: talliesSchema,
  Problem: problemSchema,
};

/** The same schemas that check the requests, as JSON Schema. */
function jsonSchemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const { schemas: described } = z.toJSONSchema(registry, {
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
  });
  for (const schema of Object.values(described)) {
    delete schema.$schema;
    delete schema.$id;
  }
  return described;
}

const content = (schema: string, type = 'application/json') => ({
  [type]: { schema: { $ref: `#/components/schemas/${schema}` } },
});

const problem = (description: string, headers?: object) => ({
  description,
  ...headers,
  content: content('Problem', 'application/problem+json'),
});

const retryAfter = { headers: { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } } };
const unreachable = problem('The database cannot be reached; nothing was counted.', retryAfter);

/** What `GET /openapi.json` answers. */
export function openApi(path: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vote endpoint',
      version,
      description:
        'Keeps one vote of each voter on each article: the latest, however often and in what order it is sent.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths: {
      [path]: {
        post: {
          operationId: 'vote',
          summary: 'Cast a vote, change it, or repeat it',
          parameters: [
            {
              name: 'Idempotency-Key',
              in: 'header',
              description: "Repeats the body's id.",
              schema: { type: 'string', format: 'uuid' },
            },
          ],
          requestBody: {
            required: true,
            description: `JSON of at most ${bodyLimit} bytes, whichever of the two types it is sent as.`,
            content: { ...content('Vote'), ...content('Vote', 'text/plain') },
          },
          responses: {
            200: { description: "The article's tally after the vote.", content: content('VoteAnswer') },
            400: problem('The vote is not one.'),
            401: problem('Only signed-in readers may vote here.'),
            403: problem('This origin may not vote, the token is wrong, or the challenge was not met.'),
            413: problem('The body is too long.'),
            429: problem('Too many votes from this client or for this article.', retryAfter),
            503: unreachable,
          },
        },
        get: {
          operationId: 'tallies',
          summary: 'Read the tallies of articles',
          parameters: [
            {
              name: 'article',
              in: 'query',
              required: true,
              description: 'Once for each article; those nobody voted on have zeros.',
              explode: true,
              schema: { type: 'array', minItems: 1, maxItems: 100, items: z.toJSONSchema(articleSchema) },
            },
          ],
          responses: {
            200: { description: 'In the order asked.', content: content('Tallies') },
            304: { description: 'As before.' },
            400: problem('No article, too many, or one that is no id.'),
            503: unreachable,
          },
        },
      },
      '/healthz': {
        get: {
          operationId: 'health',
          summary: 'Whether votes can be kept',
          responses: {
            200: {
              description: 'The database answers.',
              content: {
                'application/json': { schema: { type: 'object', properties: { status: { const: 'ok' } } } },
              },
            },
            503: unreachable,
          },
        },
      },
      '/openapi.json': {
        get: {
          operationId: 'description',
          summary: 'This description',
          responses: {
            200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } },
          },
        },
      },
    },
    components: { schemas: jsonSchemas() },
  };
}
