/**
 * The host pages that webmasters really have. The test server makes them (scripts/test/host-pages.js) and the tests visit
 * them; a host's title is its line in docs/hosts.md.
 *
 * @typedef {object} Host
 * @property {string} title
 * @property {string} [policy] its Content-Security-Policy
 * @property {string} [recipe] instead: the heading in docs/hosting.md whose policy it copies
 * @property {string} [html] attributes of its root element
 * @property {string} [head] what stands in its head, before our script
 * @property {'head' | 'end' | 'async' | 'inserted' | 'evaluated' | 'none'} [script] where our script is; default: head
 * @property {string} [file] which of our scripts; default: the one with all three
 * @property {string} [content] its content; default: all three elements
 * @property {boolean} [integrity] whether the script's hash is pinned
 * @property {boolean} [hasFallback] whether style and content are those that docs/hosting.md recommends
 * @property {boolean} [isSandboxed] whether it is shown in a frame with `sandbox="allow-scripts"`
 * @property {boolean} [isInline] whether it is the `srcdoc` of its frame
 * @property {string} [charset] its character encoding, which is that of scripts, too, whose server names none
 * @property {boolean} [isXml] whether it is XHTML, where Chromium knows no modules
 * @property {boolean} [hasOwnTraces] whether it changes globals or built-ins itself
 * @property {boolean} [isForeign] whether it has a plain `http:` address that is not this machine's own name
 */

const site = '/hosts/site';
/** @param {string} name */
const run = (name) => `<script src="${site}/${name}.js"></script>`;

const rating = '<sao-star-rating article="ARTICLE"></sao-star-rating>';
const card = `<sao-article-card href="/a/16" heading="Đại hội Chi bộ" lead="Sáng 13 tháng 5" published="2017-12-16T06:04+07:00">
  <p>Nội dung bài viết</p>
</sao-article-card>`;
const banner = '<sao-session-timeout-banner expires-at="SOON" warning="60"></sao-session-timeout-banner>';
export const allElements = `${rating}\n${card}\n${banner}`;

/** @type {Record<string, Host>} */
export const hosts = {
  plain: { title: 'The snippet with its hash', integrity: true },
  'strict-csp': {
    title: "`default-src 'none'` with own scripts, styles and the endpoint only",
    policy: "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
  },
  'no-policies': {
    title: "`require-trusted-types-for 'script'` with `trusted-types 'none'`",
    recipe: 'Trusted Types',
  },
  'other-policy': {
    title: "`require-trusted-types-for 'script'` with a policy of another name only",
    policy: "require-trusted-types-for 'script'; trusted-types own",
  },
  'host-lit': {
    title: "Trusted Types beside the host's own Lit",
    policy: "require-trusted-types-for 'script'; trusted-types lit-html",
    head: `<script type="module" src="/hosts/lit-app.js"></script>`,
    content: `<host-app></host-app>${allElements}`,
    hasOwnTraces: true,
  },
  'rating-recipe': {
    title: 'CSP recipe: star rating',
    recipe: 'Star rating',
    file: 'sao-star-rating',
    content: rating,
  },
  'card-recipe': {
    title: 'CSP recipe: article card',
    recipe: 'Article card',
    file: 'sao-article-card',
    content: '<sao-article-card src="/hosts/feed.json" item="1"></sao-article-card>',
  },
  'banner-recipe': {
    title: 'CSP recipe: session-timeout banner',
    recipe: 'Session-timeout banner',
    file: 'sao-session-timeout-banner',
    content: '<sao-session-timeout-banner expires-at="SOON" status-url="/hosts/session"></sao-session-timeout-banner>',
  },
  'all-recipe': { title: 'CSP recipe: all three', recipe: 'All three' },
  hostile: {
    title: 'Hostile CSS: `* { … !important }`, a 62.5 % root, huge letter-spacing, `:not(:defined)` hidden',
    head: `<link rel="stylesheet" href="${site}/hostile.css">`,
  },
  rtl: { title: 'Right to left', html: 'dir="rtl" lang="ar"' },
  sandbox: { title: 'Frame with `sandbox="allow-scripts"`: opaque origin, no storage', isSandboxed: true },
  srcdoc: {
    title: 'Frame with `srcdoc`',
    isInline: true,
    content: `${rating}\n${card}\n<sao-session-timeout-banner expires-at="SOON" status-url="/hosts/session"></sao-session-timeout-banner>`,
  },
  charset: { title: 'Page in windows-1258, scripts without a `charset`', charset: 'windows-1258' },
  xhtml: { title: 'XHTML, the classic script at the end of the body', isXml: true, script: 'end' },
  foreign: { title: 'Plain `http:` on a foreign host name', isForeign: true },
  'no-storage': { title: 'Page without IndexedDB', head: run('no-storage') },
  frozen: { title: 'Frozen built-ins', head: run('frozen') },
  'old-libraries': {
    title: 'Built-ins replaced as Prototype, MooTools, Date.js and Bluebird do',
    head: run('old-libraries'),
    hasOwnTraces: true,
  },
  'own-names': {
    title: 'The page’s own `Node`, `Element`, `Text`, `Comment`, `navigation` and `console`, a frame named `hidden`',
    head: run('own-names'),
    content: `<iframe name="hidden" hidden></iframe>${allElements}`,
    hasOwnTraces: true,
  },
  end: { title: 'Script at the end of the body', script: 'end' },
  async: { title: 'Script with `async`', script: 'async' },
  inserted: { title: 'Script inserted after everything has loaded', script: 'inserted' },
  evaluated: { title: 'Script that an optimiser fetches and evaluates', script: 'evaluated' },
  'page-builder': {
    title: 'Page builder that runs scripts twice and writes the content anew',
    head: run('page-builder'),
  },
};

/** Pages for what is not a whole host. @type {Record<string, Host>} */
export const pages = {
  empty: { title: 'Page without our script', script: 'none' },
  single: { title: 'Single-page application', content: '' },
  fallback: { title: 'The fallback of docs/hosting.md', hasFallback: true },
  'fallback-late': {
    title: 'The fallback of docs/hosting.md, the script inserted later',
    hasFallback: true,
    script: 'inserted',
  },
  'old-browser': { title: 'The fallback in a browser of 2023', hasFallback: true, head: run('old-browser') },
  'own-url': { title: 'The fallback on a page with a variable `URL`', hasFallback: true, head: run('own-url') },
  failed: { title: 'The fallback of docs/hosting.md, the script missing', hasFallback: true, file: 'missing' },
};
