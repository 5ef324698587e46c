import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { readableByAll } from './cross-origin.js';
import { Problem, type ProblemStatus } from './problem.js';

// What Node refuses by itself never reaches the handler; a page that sent it still gets to read why.

const refusal = (status: ProblemStatus, detail: string) => new Problem(status, detail, { headers: readableByAll });

/** What the parser's errors mean for the client; 400 for all others. */
const reasons = new Map<string | undefined, Problem>([
  ['HPE_HEADER_OVERFLOW', refusal(431, 'The address and the headers are too long.')],
  ['ERR_HTTP_REQUEST_TIMEOUT', refusal(408, 'The request took too long to arrive. Please send it again.')],
]);
const unreadable = refusal(400, 'This is no request that can be read.');

/** Answers, and ends, a connection on which came what is no request (`clientError`). */
export function refuseOnSocket(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) return;
  const { status, title, body, headers } = reasons.get(error.code) ?? unreadable;
  const lines = Object.entries({ ...headers, Connection: 'close', 'Content-Length': String(body.length) });
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
  );
}

/** Answers a request from which no `Request` can be made. */
export const unreadableRequest = (): Response => unreadable.toResponse();

/** Answers a request that expects anything but `100-continue` (`checkExpectation`). */
export function refuseExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const problem = refusal(417, 'Nothing but 100-continue can be expected here.');
  response.writeHead(problem.status, problem.headers).end(problem.body);
}
