// The least that a rating can cost: written by hand, one template to clone, one shared stylesheet. Runs in the page.
const pitch = 28;
const side = 24;
const outline = 'l3.25 7.3 7.95.84-5.94 5.35 1.66 7.82-6.92-3.99-6.92 3.99 1.66-7.82-5.94-5.35 7.95-.84z';
const star = (/** @type {number} */ index) => `M${12 + index * pitch} 1.35${outline}`;
const row = Array.from({ length: 5 }, (_, index) => star(index)).join('');

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: inline-block; font: 16px/1.5 sans-serif }
  svg { height: 1.25em; display: block }
  .empty { fill: none; stroke: #857c73; stroke-width: 1.6 }
  .full { fill: #b87700 }
  .radios { display: flex }
  [role=radio] { padding: 2px; min-width: 24px; min-height: 24px; cursor: pointer }
`);

/** @param {string} html */
function templateOf(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template;
}

/** @param {number} width @param {string} path */
const drawing = (width, path) => `<svg viewBox="0 0 ${width} ${side}"><path class="empty" d="${path}"/>
  <svg class="full" height="${side}"><path d="${path}"/></svg></svg>`;

const picture = templateOf(`<span role="img">${drawing(4 * pitch + side, row)}</span>`);
const radios = templateOf(
  `<span class="radios" role="radiogroup" aria-label="Rating">${Array.from(
    { length: 5 },
    (_, index) =>
      `<span role="radio" aria-checked="false" aria-label="${index + 1} of 5" tabindex="${index ? -1 : 0}">${drawing(side, star(0))}</span>`,
  ).join('')}</span>`,
);

/** @param {Element} element @param {HTMLTemplateElement} template */
function fill(element, template) {
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  root.append(template.content.cloneNode(true));
  return root;
}

class FloorRating extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const value = Number(this.getAttribute('value'));
    const root = fill(this, picture);
    root.firstElementChild?.setAttribute('aria-label', `${value} of 5`);
    const width = String(Math.floor(value) * pitch + (value % 1) * side);
    root.querySelector('.full')?.setAttribute('width', width);
  }
}

class FloorVote extends HTMLElement {
  value = 0;

  connectedCallback() {
    if (this.shadowRoot) return;
    const root = fill(this, radios);
    this.#show(Number(this.getAttribute('value')));
    root.addEventListener('click', ({ target }) => {
      const radio = /** @type {Element} */ (target).closest('[role=radio]');
      if (!radio) return;
      this.value = [...(radio.parentElement?.children ?? [])].indexOf(radio) + 1;
      radio.parentElement?.querySelector('[aria-checked=true]')?.setAttribute('aria-checked', 'false');
      radio.setAttribute('aria-checked', 'true');
      this.#show(this.value);
      this.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }

  /** @param {number} filled */
  #show(filled) {
    this.shadowRoot?.querySelectorAll('.full').forEach((full, index) => {
      full.setAttribute('width', String(side * Math.max(0, Math.min(1, filled - index))));
    });
  }
}

customElements.define('floor-rating', FloorRating);
customElements.define('floor-vote', FloorVote);
