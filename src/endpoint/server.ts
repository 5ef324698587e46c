import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { StartError } from './start-error.js';

type Answering = (request: Request, platform: unknown) => Promise<Response>;

export interface RunningServer {
  /** `http://host:port`, with the port that was really taken. */
  address: string;
  /** Takes no more requests, lets those under way end (10 s at most), and resolves. */
  stop: () => Promise<void>;
}

const patience = 10_000;

/** Requests that are none never reach the handler; a page that sent one still gets to read the answer. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) return;
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const [code = '', ...title] = status.split(' ');
  const body = JSON.stringify({ type: 'about:blank', title: title.join(' '), status: Number(code) });
  const headers = [
    'Connection: close',
    'Content-Type: application/problem+json',
    `Content-Length: ${body.length}`,
    'Access-Control-Allow-Origin: *',
    'Access-Control-Expose-Headers: Retry-After',
  ];
  socket.end(`HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\n\r\n${body}`);
}

function startTrouble(error: NodeJS.ErrnoException, port: number, host: string | undefined): Error {
  if (error.code === 'EADDRINUSE')
    return new StartError(`Port ${port} is taken by another program. Stop that one, or choose another with --port.`);
  if (error.code === 'EACCES')
    return new StartError(`Port ${port} may not be used by this user. Choose one above 1023 with --port.`);
  if (host !== undefined && (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND'))
    return new StartError(`${host} is no address of this machine. Choose another with --host, or leave it out.`);
  return error;
}

/** Serves a fetch handler with Node. */
export async function serve(fetch: Answering, port: number, host: string | undefined): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch,
    overrideGlobalObjects: false,
    // A hundred articles of 500 characters are asked for in one URL.
    serverOptions: { maxHeaderSize: 128 * 1024, headersTimeout: 10_000, requestTimeout: 30_000 },
  }) as Server;
  server.on('clientError', refuse);
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw startTrouble(error as NodeJS.ErrnoException, port, host);
  }
  const bound = server.address();
  const taken = typeof bound === 'object' && bound ? bound.port : port;
  const shownHost = host === undefined ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    address: `http://${shownHost}:${taken}`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      // Connections that browsers keep alive would hold the process; they are closed as soon as they are idle.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const late = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
    },
  };
}
