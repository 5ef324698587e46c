import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clientAddress, clientNetwork } from '../../src/endpoint/client-address.js';

const request = (forwarded?: string) =>
  new Request('http://votes.test/votes', forwarded === undefined ? {} : { headers: { 'X-Forwarded-For': forwarded } });
const node = { incoming: { socket: { remoteAddress: '192.0.2.1' } } };
const deno = { remoteAddr: { hostname: '192.0.2.2' } };

describe('the client address', () => {
  it("is the socket's, on Node and Deno", () => {
    assert.equal(clientAddress(request(), node, false), '192.0.2.1');
    assert.equal(clientAddress(request(), deno, false), '192.0.2.2');
    assert.equal(clientAddress(request(), {}, false), '');
  });

  it('is not what the client says', () =>
    assert.equal(clientAddress(request('203.0.113.7'), node, false), '192.0.2.1'));

  it('is what a trusted proxy says, which it adds last', () => {
    assert.equal(clientAddress(request('198.51.100.1, 203.0.113.7'), node, true), '203.0.113.7');
    assert.equal(clientAddress(request(''), node, true), '192.0.2.1');
    assert.equal(clientAddress(request(), node, true), '192.0.2.1');
  });

  for (const [address, network] of [
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ] as const)
    it(`of "${address}" belongs to ${network || 'nobody'}`, () => assert.equal(clientNetwork(address), network));
});
