/**
 * @typedef {object} Choice what the webmaster asks for
 * @property {boolean} rating
 * @property {boolean} card
 * @property {boolean} banner
 * @property {string} article id of the article; none: the page's own address
 * @property {string} endpoint where votes go
 * @property {string} feed what the card shows; none: markup of the host's own
 * @property {number} timeout seconds after which the server ends a session
 * @property {string} language none: the page's own
 * @property {'module' | 'classic'} kind
 *
 * @typedef {object} Release where the files of one version are, and their hashes
 * @property {string} folder
 * @property {Record<string, string>} integrity
 *
 * @typedef {Record<string, string | true | undefined>} Attributes `undefined` and the empty text leave one out
 */

/** Languages that the self-contained files speak; others are loaded beside them. */
const builtIn = ['vi', 'en'];

/** The file with what is ticked and no more, or all three elements where it is more than one. @param {Choice} choice */
function fileOf({ rating, card, banner, kind }) {
  const ticked = [rating && 'sao-star-rating', card && 'sao-article-card', banner && 'sao-session-timeout-banner'];
  const names = ticked.filter(Boolean);
  return `${names.length === 1 ? names[0] : 'sao-widgets'}${kind === 'classic' ? '.iife' : ''}.js`;
}

/**
 * The code to paste: whatever was typed stays a value in it.
 * @param {Choice} choice
 * @param {Release} release
 * @param {{ script?: Attributes, banner?: Attributes }} [besides] attributes that only the preview has
 */
export function snippet(choice, { folder, integrity }, besides = {}) {
  const { rating, card, banner, article, endpoint, feed, language, kind } = choice;
  if (!rating && !card && !banner) return '';
  const file = fileOf(choice);
  const module = kind === 'module' && 'module';
  const parts = [
    tag('script', {
      type: module || undefined,
      src: folder + file,
      integrity: integrity[file],
      crossorigin: 'anonymous',
      defer: module ? undefined : true,
      'data-endpoint': rating ? endpoint : undefined,
      ...besides.script,
    }),
  ];
  if (language && !builtIn.includes(language)) {
    // It is made of several modules, which a hash in the page cannot vouch for.
    parts.push(tag('script', { type: 'module', src: `${folder}../locales/${language}.js`, crossorigin: 'anonymous' }));
  }
  const lang = language;
  if (card) {
    const link = feed
      ? ''
      : `\n  ${tag('a', { slot: 'heading', href: article || '#' }, 'The heading of the article')}\n`;
    parts.push(tag('sao-article-card', { lang, article, src: feed, rating: rating || undefined }, link));
  } else if (rating) {
    parts.push(tag('sao-star-rating', { lang, article }));
  }
  if (banner) {
    parts.push(tag('sao-session-timeout-banner', { lang, timeout: String(choice.timeout), ...besides.banner }));
  }
  return parts.join('\n\n');
}

/** @param {string} name @param {Attributes} attributes @param {string} [content] */
function tag(name, attributes, content = '') {
  const written = Object.entries(attributes).flatMap(([attribute, value]) =>
    value ? [value === true ? attribute : `${attribute}="${escape(value)}"`] : [],
  );
  const open = written.length > 2 ? `<${name}\n  ${written.join('\n  ')}\n>` : `<${[name, ...written].join(' ')}>`;
  return `${open}${content}</${name}>`;
}

/** @type {Record<string, string>} */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
