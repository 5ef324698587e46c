import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { refuseExpectation, refuseOnSocket, unreadableRequest } from './refused-request.js';
import { StartError } from './start-error.js';

type Answering = (request: Request, platform: unknown) => Promise<Response>;

export interface RunningServer {
  /** `http://host:port`, with the port that was really taken. */
  address: string;
  /** Takes no more requests, lets those under way end (10 s at most), and resolves. */
  stop: () => Promise<void>;
}

const patience = 10_000;

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
  const listener = getRequestListener(fetch, {
    overrideGlobalObjects: false,
    errorHandler: unreadableRequest,
    // For HTTP/1.0 without a host, as some health checks speak it.
    hostname: 'localhost',
  });
  // A hundred articles of 500 characters are asked for in one URL, and a character is up to twelve in it.
  const limits = { maxHeaderSize: 640 * 1024, headersTimeout: 10_000, requestTimeout: 30_000 };
  const server = createServer(limits, (request, response) => void listener(request, response));
  server.on('clientError', refuseOnSocket).on('checkExpectation', refuseExpectation);
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
