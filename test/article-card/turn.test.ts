import { expect } from '@open-wc/testing';
import type { SaoArticleCard } from '../../src/article-card.js';
import '../../src/article-card.js';

const count = 120;

describe('many cards at once', () => {
  const isDrawn = (card: SaoArticleCard) => !!card.shadowRoot?.querySelector('.base');
  let cards: SaoArticleCard[];
  const place = document.createElement('div');

  beforeEach(() => {
    place.innerHTML = '<sao-article-card heading="A heading" href="/a"></sao-article-card>'.repeat(count);
    document.body.append(place);
    cards = [...place.children] as SaoArticleCard[];
  });
  afterEach(() => {
    place.remove();
  });

  /** Goes on as long as the task does in which the cards came. */
  const endOfTask = async () => {
    for (let turn = 0; turn < 200; turn++) await Promise.resolve();
  };

  it('are drawn in one task as far as a screen may show, from the first on, and the others soon', async () => {
    await endOfTask();
    const drawn = cards.map(isDrawn);
    expect(drawn.indexOf(false)).to.equal(30);
    expect(drawn.lastIndexOf(true)).to.equal(29);
    await Promise.all(cards.map((card) => card.updateComplete));
    expect(cards.every(isDrawn)).to.equal(true);
  });

  it('and again when all of them change', async () => {
    await Promise.all(cards.map((card) => card.updateComplete));
    await new Promise((resolve) => setTimeout(resolve));
    for (const card of cards) card.heading = 'Another';
    await endOfTask();
    const isChanged = (card: SaoArticleCard) => !!card.shadowRoot?.textContent.includes('Another');
    expect(cards.filter(isChanged)).to.have.length(30);
    await Promise.all(cards.map((card) => card.updateComplete));
    expect(cards.every(isChanged)).to.equal(true);
  });
});
