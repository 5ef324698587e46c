import { answers, hideIrrelevant, questions } from './form.js';
import { hostFrame } from './host-frame.js';
import { snippet } from './snippet.js';

/**
 * @typedef {object} Options
 * @property {string} version
 * @property {Record<string, string>} integrity each file's hash, from `dist/embed/integrity.json`
 * @property {string} folder where the scripts are, unless the webmaster says otherwise
 * @property {string} endpoint where votes go, likewise
 * @property {string} [feed] what the card shows, likewise
 * @property {import('./host-frame.js').Preview} preview
 */

/** Asks a webmaster what he wants, shows it at work, and hands over the code. @param {HTMLElement} root @param {Options} options */
export function mountSnippetBuilder(root, { version, integrity, folder, endpoint, feed = '', preview }) {
  root.classList.add('snippet-builder');
  root.innerHTML = `
    <form>${questions}</form>
    <div class="outcome">
      <h2>Paste this into your page</h2>
      <pre role="region" aria-label="The code to paste" tabindex="0"><code></code></pre>
      <p><button type="button">Copy the code</button> <span role="status"></span></p>
      <p><small>Version ${version}, pinned: browsers refuse a file whose hash differs.</small></p>
      <h2>As your readers see it</h2>
      <div class="frames"></div>
      <p><small>Try it: votes cast here go to this page’s own endpoint. The banner is shown in its last minute.</small></p>
    </div>`;
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const form = /** @type {HTMLFormElement} */ (find('form'));
  const [code, said] = [find('pre code'), find('[role=status]')];
  for (const [name, value] of Object.entries({ endpoint, folder, feed })) {
    /** @type {HTMLInputElement} */ (find(`[name=${name}]`)).value = value;
  }

  const hosts = ['plain', 'hostile'].map((host) => {
    const { frame, show } = hostFrame(host, preview);
    const figure = document.createElement('figure');
    const caption = document.createElement('figcaption');
    caption.textContent = host === 'plain' ? 'A plain page' : 'A page whose style reaches for everything';
    figure.append(caption, frame);
    find('.frames').append(figure);
    return show;
  });

  const write = () => {
    hideIrrelevant(form);
    const choice = answers(form);
    said.textContent = '';
    code.textContent = snippet(choice, { folder: choice.folder, integrity }) || 'Tick at least one widget.';
  };
  const show = () => hosts.forEach((showOn) => showOn(answers(form), integrity));

  form.addEventListener('input', write);
  // Once a value is complete, rather than with each letter.
  form.addEventListener('change', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  find('button').addEventListener('click', async () => {
    if (!form.reportValidity()) return;
    try {
      await navigator.clipboard.writeText(code.textContent ?? '');
      said.textContent = 'Copied.';
    } catch {
      getSelection()?.selectAllChildren(code);
      said.textContent = 'The browser keeps the clipboard to itself: the code is selected, copy it by keyboard.';
    }
  });
  write();
  show();
}
