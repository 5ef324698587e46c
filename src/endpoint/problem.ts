const titles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  413: 'Content Too Large',
  417: 'Expectation Failed',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
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

  get title(): string {
    return titles[this.status];
  }

  get headers(): Record<string, string> {
    return { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...this.more.headers };
  }

  /** JSON. */
  get body(): string {
    const { title, status, detail, more } = this;
    return JSON.stringify({ type: 'about:blank', title, status, detail, ...(more.errors && { errors: more.errors }) });
  }

  toResponse(): Response {
    const { status, headers, body } = this;
    return new Response(body, { status, headers });
  }
}
