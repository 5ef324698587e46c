import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { readableByAll } from './cross-origin.js';
import type { Answer } from './options.js';
import { Problem } from './problem.js';

/** Numbers for Prometheus. */
export interface Metrics {
  count: (answer: Answer) => void;
  /** Answers a request for them. */
  answer: (request: Request) => Promise<Response>;
}

export function metrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'] as const;
  const answers = new Counter({
    name: 'sao_answers_total',
    help: 'Requests answered.',
    labelNames,
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'sao_answer_seconds',
    help: 'Time from a request to its answer.',
    labelNames: ['method', 'route'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  const known = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
  return {
    count(answer) {
      // A label for every word that a client invents would fill the memory.
      const method = known.has(answer.method) ? answer.method : 'other';
      answers.inc({ method, route: answer.route, status: answer.status });
      seconds.observe({ method, route: answer.route }, answer.milliseconds / 1000);
    },
    async answer({ method }) {
      if (method !== 'GET' && method !== 'HEAD')
        return new Problem(405, `${method} is not for /metrics.`, {
          headers: { ...readableByAll, Allow: 'GET, HEAD' },
        }).toResponse();
      return new Response(method === 'GET' ? await registry.metrics() : null, {
        headers: { ...readableByAll, 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' },
      });
    },
  };
}
