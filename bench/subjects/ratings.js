// The ratings that are measured: each as the module that a host's build would make of it, and its markup.

/**
 * @typedef {object} Subject
 * @property {string} name
 * @property {import('../statistics.js').Kind} kind
 * @property {string} source a module that makes it ready for use
 * @property {(index: number) => string} markup one, showing 3.5 of 5
 * @property {string} [complete] an expression for whether the `element`, the last one, has been drawn; else that its shadow root has content
 * @property {string} [prepare] a statement after the markup is in the page
 * @property {string} [stars] an expression for what of the `element` shows the row of stars
 * @property {string} [value] an expression for the value that the `element` has
 */

/** @param {string} module @returns {string} */
const imported = (module) => `import ${JSON.stringify(module)};`;
const embed = imported('../dist/embed/sao-star-rating.js');
const modules = imported('../dist/star-rating.js');
const tally = (/** @type {number} */ index) => `article="${index}" average="3.5" count="2" summary="none"`;
const readOnly = (/** @type {number} */ index) => `<sao-star-rating readonly ${tally(index)}></sao-star-rating>`;
const votable = (/** @type {number} */ index) =>
  // Votes go to the same site, which answers each at once.
  `<sao-star-rating endpoint="/votes" ${tally(index)}></sao-star-rating>`;
const starsPart = `element.shadowRoot.querySelector('[part~=stars]')`;

export const floor = 'floor: hand-written element';
export const floorWithRadios = 'floor with five radios';
export const oursReadOnly = 'sao-star-rating, read-only';
export const oursVotable = 'sao-star-rating, takes votes';
export const slRating = 'sl-rating';

const starRatingJs = `import StarRating from 'star-rating.js';
import css from 'star-rating.js/dist/star-rating.min.css';
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);
globalThis.StarRating = StarRating;`;
const options = [5, 4, 3, 2, 1].map((score) => `<option value="${score}">${score} of 5</option>`).join('');

/** @type {Subject[]} */
export const peers = [
  {
    name: slRating,
    kind: 'peer',
    source: imported('@shoelace-style/shoelace/dist/components/rating/rating.js'),
    markup: () => '<sl-rating label="Rating" value="3.5" precision="0.5"></sl-rating>',
  },
  {
    name: 'wa-rating',
    kind: 'peer',
    source: imported('@awesome.me/webawesome/dist/components/rating/rating.js'),
    markup: () => '<wa-rating label="Rating" value="3.5" precision="0.5"></wa-rating>',
  },
  {
    name: 'ui5-rating-indicator',
    kind: 'peer',
    source: imported('@ui5/webcomponents/dist/RatingIndicator.js'),
    markup: () => '<ui5-rating-indicator accessible-name="Rating" value="3.5"></ui5-rating-indicator>',
  },
  {
    name: 'igc-rating',
    kind: 'peer',
    source: `import { defineComponents, IgcRatingComponent } from 'igniteui-webcomponents';
defineComponents(IgcRatingComponent);`,
    markup: () => '<igc-rating value="3.5" step="0.5"></igc-rating>',
    stars: `element.shadowRoot.querySelector('[part~=symbols]')`,
  },
  {
    name: 'star-rating.js',
    kind: 'peer',
    source: starRatingJs,
    // It shows whole stars only.
    markup: () => `<select class="star-rating"><option value="">Rate</option>${options}</select>`,
    prepare: `document.querySelectorAll('select').forEach((select) => (select.value = '3'));
      new StarRating('.star-rating', { tooltip: false });`,
    complete: `element.querySelector('.gl-star-rating--stars')`,
    stars: `element.querySelector('.gl-star-rating--stars')`,
    value: `Number(element.querySelector('select').value)`,
  },
];

/** @type {Subject[]} */
export const ours = [
  { name: oursReadOnly, kind: 'ours', source: embed, markup: readOnly },
  { name: oursVotable, kind: 'ours', source: embed, markup: votable, stars: starsPart },
  { name: `${oursReadOnly}, modules with Lit`, kind: 'ours', source: modules, markup: readOnly },
  { name: `${oursVotable}, modules with Lit`, kind: 'ours', source: modules, markup: votable, stars: starsPart },
];

/** @type {Subject[]} */
export const floors = [
  {
    name: floor,
    kind: 'floor',
    source: imported('./pages/floor-rating.js'),
    markup: () => '<floor-rating value="3.5"></floor-rating>',
  },
  {
    name: floorWithRadios,
    kind: 'floor',
    source: imported('./pages/floor-rating.js'),
    markup: () => '<floor-vote value="3.5"></floor-vote>',
    stars: `element.shadowRoot.querySelector('.radios')`,
  },
];
