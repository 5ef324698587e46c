import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clientAddress, clientNetwork } from '../../src/endpoint/client-address.js';

const request = (forwarded?: string) =>
  new Request('http://votes.test/votes', forwarded === undefined ? {} : { headers: { 'X-Forwarded-For': forwarded } });
const node = { incoming: { socket: { remoteAddress: '192.0.2.1' } } };
const deno = { remoteAddr: { hostname: '192.0.2.2' } };

describe('the client address', () => {
  it("is the socket's, on Node and Deno", () => {
    assert.equal(clientAddress(request(), node, 0), '192.0.2.1');
    assert.equal(clientAddress(request(), deno, 0), '192.0.2.2');
    assert.equal(clientAddress(request(), {}, 0), '');
  });

  it('is not what the client says', () => assert.equal(clientAddress(request('203.0.113.7'), node, 0), '192.0.2.1'));

  it('is what a trusted proxy says, which it adds last', () => {
    assert.equal(clientAddress(request('198.51.100.1, 203.0.113.7'), node, 1), '203.0.113.7');
    assert.equal(clientAddress(request(''), node, 1), '192.0.2.1');
    assert.equal(clientAddress(request(), node, 1), '192.0.2.1');
  });

  it('is the one that the first of several trusted proxies has seen', () => {
    const through = (hops: number) => clientAddress(request('198.51.100.1, 203.0.113.7, 192.0.2.80'), node, hops);
    assert.deepEqual([1, 2, 3].map(through), ['192.0.2.80', '203.0.113.7', '198.51.100.1']);
    // A request that came past the first proxy: what the others wrote is all there is.
    assert.equal(through(9), '198.51.100.1');
  });

  for (const [address, network] of [
    ['203.0.113.7:51234', '203.0.113.7'],
    ['[2001:db8:1:2:3::6]:443', '2001:db8:1:2'],
    ['[2001:db8:1:2:3::6]', '2001:db8:1:2'],
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
