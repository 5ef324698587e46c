// The article cards that are measured. The peers' cards are boxes: a host fills in the same fields itself.

const fields = (/** @type {number} */ index) => ({
  href: `/article/${index}`,
  heading: `The council decides on bridge number ${index} over the river`,
  lead: 'After two years of talks the town has a plan, a date and most of the money; the ferry stays until then.',
  published: '2026-11-23T08:00:00Z',
  image: '/picture.svg',
});
const attributes = (/** @type {number} */ index) =>
  Object.entries(fields(index))
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
const filled = (/** @type {string} */ tag, /** @type {string} */ imageSlot) => (/** @type {number} */ index) => {
  const { href, heading, lead, published, image } = fields(index);
  return `<${tag}><img slot="${imageSlot}" loading="lazy" alt="" src="${image}"><h3><a href="${href}">${heading}</a></h3>
    <p><time datetime="${published}">November 23, 2026</time></p><p>${lead}</p></${tag}>`;
};

export const floorCard = 'floor: hand-written card';
export const oursCard = 'sao-article-card';

/** @type {import('./ratings.js').Subject[]} */
export const cards = [
  {
    name: floorCard,
    kind: 'floor',
    source: `import './pages/floor-card.js';`,
    markup: (index) => `<floor-card ${attributes(index)}></floor-card>`,
  },
  {
    name: oursCard,
    kind: 'ours',
    source: `import '../dist/embed/sao-article-card.js';`,
    markup: (index) => `<sao-article-card ${attributes(index)}></sao-article-card>`,
  },
  {
    name: `${oursCard}, modules with Lit`,
    kind: 'ours',
    source: `import '../dist/article-card.js';`,
    markup: (index) => `<sao-article-card ${attributes(index)}></sao-article-card>`,
  },
  {
    name: 'sl-card (a box)',
    kind: 'peer',
    source: `import '@shoelace-style/shoelace/dist/components/card/card.js';`,
    markup: filled('sl-card', 'image'),
  },
  {
    name: 'wa-card (a box)',
    kind: 'peer',
    source: `import '@awesome.me/webawesome/dist/components/card/card.js';`,
    markup: filled('wa-card', 'media'),
  },
];
