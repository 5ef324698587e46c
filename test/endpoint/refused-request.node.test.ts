import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { it } from 'node:test';
import { refuseOnSocket } from '../../src/endpoint/refused-request.js';

it('asks a sender that was too slow to come again: a refusal would end the vote', async () => {
  const socket = new PassThrough();
  refuseOnSocket(Object.assign(new Error('too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
  const [answer] = (await once(socket.setEncoding('utf8'), 'data')) as [string];
  assert.match(answer, /^HTTP\/1\.1 408 Request Timeout\r\n/);
  assert.match(answer, /\r\nAccess-Control-Allow-Origin: \*\r\n/);
  assert.match(answer, /"status":408/);
});
