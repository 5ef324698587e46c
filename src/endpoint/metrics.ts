import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Answer } from './options.js';

/** Numbers for Prometheus. */
export interface Metrics {
  count: (answer: Answer) => void;
  toResponse: () => Promise<Response>;
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
    toResponse: async () =>
      new Response(await registry.metrics(), { headers: { 'Content-Type': registry.contentType } }),
  };
}
