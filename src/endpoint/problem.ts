const titles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

export type ProblemStatus = keyof typeof titles;

/** One thing wrong in a request's body. */
export interface Flaw {
  /** A sentence for the person who wrote the client. */
  detail: string;
  /** A JSON Pointer to the field. */
  pointer: string;
}

/** Why a request is not answered as asked; travels to the client as RFC 9457's problem details. */
export class Problem extends Error {
  constructor(
    readonly status: ProblemStatus,
    readonly detail: string,
    readonly more: { headers?: Record<string, string>; errors?: Flaw[]; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.name = 'Problem';
  }

  toResponse(): Response {
    const { status, detail, more } = this;
    const body = {
      type: 'about:blank',
      title: titles[status],
      status,
      detail,
      ...(more.errors && { errors: more.errors }),
    };
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...more.headers },
    });
  }
}
