// The least that an article card can cost: one template to clone, one shared stylesheet. Runs in the page.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; position: relative; font: 16px/1.5 sans-serif; border: 1px solid #ccc }
  h3 { margin: 0 }
  a::after { content: ''; position: absolute; inset: 0 }
  img { width: 100%; aspect-ratio: 16 / 9; object-fit: cover; display: block }
`);
const template = document.createElement('template');
template.innerHTML =
  '<article><img loading="lazy" alt=""><h3><a></a></h3><p><time></time></p><p class="lead"></p></article>';
const format = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' });

class FloorCard extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(template.content.cloneNode(true));
    const given = (/** @type {string} */ name) => this.getAttribute(name) ?? '';
    const part = (/** @type {string} */ selector) => /** @type {any} */ (root.querySelector(selector));
    part('img').src = given('image');
    part('a').href = given('href');
    part('a').textContent = given('heading');
    part('time').dateTime = given('published');
    part('time').textContent = format.format(new Date(given('published')));
    part('.lead').textContent = given('lead');
  }
}

customElements.define('floor-card', FloorCard);
