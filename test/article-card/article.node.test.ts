import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merge } from '../../src/article-card/article.js';

test('fields merge, the first that has one wins, and empty is not having', () => {
  assert.deepEqual(merge({ heading: 'A', lead: '' }, undefined, { heading: 'B', lead: 'C', author: 'D' }), {
    heading: 'A',
    lead: 'C',
    author: 'D',
  });
});

test('a caption never goes to another picture, nor an address to another source', () => {
  const other = { image: '/b.jpg', imageAlt: 'B', source: 'B', sourceHref: 'https://b.example' };
  assert.deepEqual(merge({ image: '/a.jpg', source: 'A' }, other), { image: '/a.jpg', source: 'A' });
  assert.deepEqual(merge({ imageAlt: 'A' }, other), { ...other, imageAlt: 'A' });
});

test('an empty text for the picture says that it is decoration, unless the picture is another one', () => {
  const captioned = { image: '/a.jpg', imageAlt: 'A' };
  assert.deepEqual(merge({ imageAlt: '' }, captioned), { image: '/a.jpg', imageAlt: '' });
  assert.deepEqual(merge({ image: '/b.jpg', imageAlt: '' }, captioned), { image: '/b.jpg', imageAlt: '' });
});
