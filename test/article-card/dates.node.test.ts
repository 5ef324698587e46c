import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dateText } from '../../src/article-card/date-text.js';
import { hasMonthForMinutes, readDate, type WrittenDate } from '../../src/article-card/written-date.js';

const toIso = (text: string) => readDate(text)?.iso;

const two = (value: number) => String(value).padStart(2, '0');
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const moments = fc.record({
  date: fc.date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
  hours: fc.integer({ min: -12, max: 14 }),
  minutes: fc.constantFrom(0, 30, 45),
});

/** A clock and its offset, as different writers put them down. */
function written({ date, hours, minutes }: { date: Date; hours: number; minutes: number }) {
  const year = date.getUTCFullYear();
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  const sign = hours < 0 ? '-' : '+';
  const [offsetHours, offsetMinutes] = [sign + two(Math.abs(hours)), two(minutes)];
  return {
    iso: `${year}-${two(month)}-${two(day)}T${clock}${offsetHours}:${offsetMinutes}`,
    local: `${year}-${two(month)}-${two(day)}T${clock}`,
    rfc822: `Sat, ${day} ${monthNames[month - 1] ?? ''} ${year} ${clock} ${offsetHours}${offsetMinutes}`,
    nukeviet: `Thứ bảy - ${two(day)}/${two(month)}/${year} ${clock.slice(0, 5)}`,
    zoneFirst: `${year}-${two(month)}-${two(day)}${offsetHours}${minutes ? offsetMinutes : ''}${clock}`,
  };
}

test('every way to write a moment is read as the same clock and offset', () => {
  fc.assert(
    fc.property(moments, (moment) => {
      const { iso, local, rfc822, nukeviet, zoneFirst } = written(moment);
      assert.equal(toIso(iso), iso);
      assert.equal(toIso(iso.replace(/:(\d\d)$/, '$1')), iso);
      assert.equal(toIso(rfc822), iso);
      assert.equal(toIso(zoneFirst), iso);
      assert.equal(toIso(local.replace('T', ' ')), local);
      assert.equal(toIso(nukeviet), local.slice(0, 16));
    }),
  );
});

test('whatever is read, is read again as itself', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-/ ]\d{1,2}[-/ ]\d{1,4}[T ]?[\d:]{0,8}[Z+-]?\d{0,4}$/)),
      (text) => {
        const iso = toIso(text);
        if (iso === undefined) return;
        assert.equal(toIso(iso), iso);
      },
    ),
  );
});

test('what is on no calendar or clock is nothing', () => {
  for (const wrong of [
    '2017-02-31',
    '2017-13-01',
    '2017-12-16T25:00+07:00',
    '2017-12-16T06:61+07:00',
    '31 Feb 2017 06:04:00 GMT',
    '16 Foo 2017 06:04:00 GMT',
    '16/13/2017 06:04',
    'yesterday',
    '',
    '1513379040',
    '16/12/2017 06:04 PM',
    '2017-12-16T06:04:00+99:00',
  ]) {
    assert.equal(toIso(wrong), undefined, wrong);
  }
});

test('zones by name: those of RFC 822; of another the clock stays', () => {
  assert.equal(toIso('Sat, 16 Dec 2017 06:04:00 GMT'), '2017-12-16T06:04:00Z');
  assert.equal(toIso('16 Dec 17 06:04 UT'), '2017-12-16T06:04Z');
  assert.equal(toIso('16 Dec 99 06:04 EST'), '1999-12-16T06:04-05:00');
  assert.equal(toIso('16 Jul 2017 06:04 PDT'), '2017-07-16T06:04-07:00');
  assert.equal(toIso('16 Dec 2017 06:04 ICT'), '2017-12-16T06:04');
});

test('NukeViet’s dates', () => {
  assert.equal(toIso('Thứ bảy - 16/12/2017 06:04'), '2017-12-16T06:04');
  assert.equal(toIso('2017-12-16+0706:04:00'), '2017-12-16T06:04:00+07:00');
  assert.equal(hasMonthForMinutes('Sat, 16 Dec 2017 06:12:00 +0700'), true);
  assert.equal(hasMonthForMinutes('Sat, 16 Dec 2017 06:04:00 +0700'), false);
  assert.equal(hasMonthForMinutes('2017-12-16T06:12:00+07:00'), false);
});

const read = (text: string): WrittenDate => readDate(text) ?? assert.fail(text);
const long = (text: string, language: string, timeZone?: string) => dateText(read(text), language, 'long', timeZone);

test('the seed’s date in words', () => {
  assert.equal(long('2017-12-16T06:04:00+07:00', 'vi'), 'Thứ Bảy, 16 tháng 12, 2017 06:04');
  assert.equal(dateText(read('2017-12-16T06:04+07:00'), 'vi', 'short', undefined), '16/12/2017 06:04');
});

test('a clock is shown as written, unless another zone is asked for', () => {
  fc.assert(
    fc.property(moments, (moment) => {
      const { iso, local } = written(moment);
      assert.ok(long(iso, 'de').endsWith(local.slice(11, 16)));
      assert.ok(long(local, 'de', 'America/New_York').endsWith(local.slice(11, 16)));
      const converted = new Date(iso).toLocaleTimeString('de', { timeStyle: 'short', timeZone: 'Asia/Tokyo' });
      assert.ok(long(iso, 'de', 'Asia/Tokyo').endsWith(converted));
    }),
  );
});

test('a date without a time is that day everywhere', () => {
  for (const zone of [undefined, 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    assert.equal(long('2017-12-16', 'en', zone), 'Saturday, December 16, 2017');
  }
});

test('relative: minutes, hours, days, then the date', () => {
  const now = Date.parse('2017-12-16T06:04:00+07:00');
  const relative = (text: string, zone?: string) => dateText(read(text), 'en', 'relative', zone, now);
  assert.equal(relative('2017-12-16T06:03:30+07:00'), 'this minute');
  assert.equal(relative('2017-12-16T05:59:00+07:00'), '5 minutes ago');
  assert.equal(relative('2017-12-16T05:59', 'Asia/Ho_Chi_Minh'), '5 minutes ago');
  assert.equal(relative('2017-12-15T23:00:00Z'), '4 minutes ago');
  assert.equal(relative('2017-12-16T04:00:00+07:00'), '2 hours ago');
  assert.equal(relative('2017-12-16', 'Asia/Ho_Chi_Minh'), 'today');
  assert.equal(relative('2017-12-15', 'Asia/Ho_Chi_Minh'), 'yesterday');
  assert.equal(relative('2017-12-16T08:04:00+07:00'), 'in 2 hours');
  assert.equal(relative('2017-12-01T08:04:00+07:00'), '12/01/2017 8:04 AM');
});
