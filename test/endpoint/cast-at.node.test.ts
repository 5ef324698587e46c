import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { latestAllowed, parseMoment } from '../../src/endpoint/cast-at.js';

describe('castAt', () => {
  for (const [text, moment] of [
    ['2026-11-23T08:00:00.123Z', '2026-11-23T08:00:00.123Z'],
    ['2026-11-23t08:00:00z', '2026-11-23T08:00:00.000Z'],
    ['2026-11-23T15:00:00.5+07:00', '2026-11-23T08:00:00.500Z'],
    ['2026-11-23T15:00:00,5+0700', '2026-11-23T08:00:00.500Z'],
    ['2026-11-23T15:00:00+07', '2026-11-23T08:00:00.000Z'],
    ['2026-11-22T22:15:00-09:45', '2026-11-23T08:00:00.000Z'],
    ['2026-11-23T08:00Z', '2026-11-23T08:00:00.000Z'],
    ['2026-11-23T08:00:00.123456789Z', '2026-11-23T08:00:00.123Z'],
    ['2026-11-23T08:00:00.123456789012Z', '2026-11-23T08:00:00.123Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ] as const)
    it(`reads ${text}`, () => assert.equal(parseMoment(text), Date.parse(moment)));

  for (const text of [
    '',
    '2026-11-23',
    '2026-11-23T08:00:00',
    '2026-11-23 08:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T08:60:00Z',
    '2026-11-23T08:00:60Z',
    '2026-11-23T08:00:00+07:60',
    '2026-11-23T08:00:00+24:00',
    '2026-11-23T08:00:00Z ',
    '+02026-11-23T08:00:00Z',
    'Mon, 23 Nov 2026 08:00:00 GMT',
    '1795420800000',
  ])
    it(`does not read "${text}"`, () => assert.equal(parseMoment(text), null));

  it('reads every moment as it was, under every offset', () => {
    const moment = fc.date({ min: new Date('0001-01-03'), max: new Date('9999-12-29'), noInvalidDate: true });
    const offset = fc.tuple(fc.constantFrom('+', '-'), fc.nat(23), fc.nat(59));
    fc.assert(
      fc.property(moment, offset, (date, [sign, hours, minutes]) => {
        const shift = (hours * 60 + minutes) * 60_000 * (sign === '-' ? -1 : 1);
        const two = (number: number) => String(number).padStart(2, '0');
        const local = new Date(date.getTime() + shift).toISOString().slice(0, -1);
        assert.equal(parseMoment(`${local}${sign}${two(hours)}:${two(minutes)}`), date.getTime());
      }),
    );
  });

  it('counts at most as a day from now', () => {
    const now = Date.parse('2026-11-23T08:00:00Z');
    const day = 86_400_000;
    assert.equal(latestAllowed(now - 1, now), now - 1);
    assert.equal(latestAllowed(now + day, now), now + day);
    assert.equal(latestAllowed(now + day + 1, now), now + day);
  });
});
