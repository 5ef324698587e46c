import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { starForKey } from '../../src/star-rating/keyboard.js';

test('up, and the arrow in reading direction, mean more', () => {
  for (const rightToLeft of [false, true]) {
    const [forward, back] = rightToLeft ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    assert.equal(starForKey(forward, 3, 5, rightToLeft), 4);
    assert.equal(starForKey(back, 3, 5, rightToLeft), 2);
    assert.equal(starForKey('ArrowUp', 3, 5, rightToLeft), 4);
    assert.equal(starForKey('ArrowDown', 3, 5, rightToLeft), 2);
  }
});

test('Home, End and digits go straight to a star', () => {
  assert.equal(starForKey('Home', 3, 5, false), 1);
  assert.equal(starForKey('End', 3, 5, false), 5);
  assert.equal(starForKey('2', 0, 5, false), 2);
  assert.equal(starForKey('0', 3, 10, false), 10);
});

test('a digit that is no star, and any other key, means nothing', () => {
  for (const key of ['6', '0', 'a', 'Tab', 'F5', '٤', '', 'ArrowUpLeft'])
    assert.equal(starForKey(key, 3, 5, false), null);
});

test('whatever is pressed, the preview stays on a star', () => {
  const keys = fc.constantFrom(
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
    'Home',
    'End',
    ...Array.from({ length: 10 }, (_, digit) => String(digit)),
    'x',
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), fc.boolean(), fc.array(keys), (max, rightToLeft, pressed) => {
      let star = 0;
      for (const key of pressed) {
        star = starForKey(key, star, max, rightToLeft) ?? star;
        assert.ok(star >= 0 && star <= max && Number.isInteger(star));
      }
    }),
  );
});

test('right to left is the mirror image', () => {
  const mirrored: Record<string, string> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };
  fc.assert(
    fc.property(
      fc.constantFrom('ArrowLeft', 'ArrowRight', 'Home', 'ArrowUp', '3'),
      fc.integer({ min: 1, max: 7 }),
      (key, star) => {
        assert.equal(starForKey(key, star, 7, true), starForKey(mirrored[key] ?? key, star, 7, false));
      },
    ),
  );
});
