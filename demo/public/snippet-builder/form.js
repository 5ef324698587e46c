/** @typedef {import('./snippet.js').Choice} Choice */

const languages = ['vi', 'en', 'ar', 'de', 'es', 'fr', 'id', 'ja', 'ko', 'pl', 'pt', 'th', 'zh'];

/** @param {string} tag */
const nameOf = (tag) => `${new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag} (${tag})`;

/**
 * @param {string} name
 * @param {string} label
 * @param {{ hint?: string, widgets?: string, attributes: string }} more `widgets`: for which of them it matters
 */
const question = (name, label, { hint, widgets = 'rating card banner', attributes }) => `
  <div class="question" data-for="${widgets}">
    <label for="snippet-${name}">${label}</label>
    <input id="snippet-${name}" name="${name}" ${attributes} ${hint ? `aria-describedby="snippet-${name}-hint"` : ''}>
    ${hint ? `<small id="snippet-${name}-hint">${hint}</small>` : ''}
  </div>`;

/** The questions, as markup without anything that was typed. */
export const questions = `
  <fieldset>
    <legend>What do you want?</legend>
    <label><input type="checkbox" name="rating" checked> Star rating</label>
    <label><input type="checkbox" name="card"> Article card</label>
    <label><input type="checkbox" name="banner"> Session-timeout banner</label>
  </fieldset>
  ${question('article', 'Article id', {
    hint: 'What votes are counted by. Left empty, it is the address of the page.',
    widgets: 'rating card',
    attributes: 'maxlength="500" spellcheck="false" placeholder="https://news.example/a/16"',
  })}
  ${question('endpoint', 'Endpoint', {
    hint: 'Where votes go: your <code>sao-vote-endpoint</code>.',
    widgets: 'rating',
    attributes: 'type="url" spellcheck="false" required',
  })}
  ${question('feed', 'Feed of the card', {
    hint: 'RSS, Atom, JSON Feed or JSON-LD. Left empty, you write the card’s text into the page.',
    widgets: 'card',
    attributes: 'type="url" spellcheck="false" placeholder="https://news.example/rss"',
  })}
  ${question('minutes', 'Minutes until your server ends a session', {
    widgets: 'banner',
    attributes: 'type="number" min="1" value="30"',
  })}
  <div class="question">
    <label for="snippet-language">Language</label>
    <select id="snippet-language" name="language">
      <option value="">The page’s own</option>
      ${languages.map((tag) => `<option value="${tag}">${nameOf(tag)}</option>`).join('')}
    </select>
  </div>
  <fieldset>
    <legend>Script</legend>
    <label><input type="radio" name="kind" value="module" checked> Module</label>
    <label><input type="radio" name="kind" value="classic"> Classic, for page builders that know no modules</label>
  </fieldset>
  ${question('folder', 'Folder of the scripts', {
    hint: 'On your server or a CDN: what <code>dist/embed/</code> holds, of this version.',
    attributes: 'type="url" spellcheck="false" required',
  })}`;

/** What was answered. @param {HTMLFormElement} form @returns {Choice & { folder: string }} */
export function answers(form) {
  const data = new FormData(form);
  const text = (/** @type {string} */ name) => String(data.get(name) ?? '').trim();
  return {
    rating: data.has('rating'),
    card: data.has('card'),
    banner: data.has('banner'),
    article: text('article'),
    endpoint: text('endpoint'),
    feed: text('feed'),
    timeout: Math.max(1, Number(text('minutes')) || 30) * 60,
    language: text('language'),
    kind: text('kind') === 'classic' ? 'classic' : 'module',
    folder: text('folder').replace(/\/?$/, '/'),
  };
}

/** Asks only what matters for what is ticked. @param {HTMLFormElement} form */
export function hideIrrelevant(form) {
  const data = new FormData(form);
  for (const question of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-for]'))) {
    question.hidden = !(question.dataset['for'] ?? '').split(' ').some((name) => data.has(name));
    // What is not asked is not checked either.
    for (const input of question.querySelectorAll('input')) input.disabled = question.hidden;
  }
}
