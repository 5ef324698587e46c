import { html, type TemplateResult } from 'lit';
import { styleables } from './manifest.js';
import { samples } from './samples.js';

/** What a host may style besides the tokens; a part that is pointed at, or focused, shows where it is. */
export const partsAndStates = (): TemplateResult => html`
  <style class="shown-part"></style>
  <div class="theming">
    <div class="controls">
      ${styleables.map(
        ({ tag, parts, states }) =>
          html`<section>
            <h2><code>&lt;${tag}&gt;</code></h2>
            <dl>
              ${parts.map(
                ({ name, description }) =>
                  html`<dt>
                      <button type="button" @pointerenter=${show(tag, name)} @focus=${show(tag, name)}>
                        ::part(${name})
                      </button>
                    </dt>
                    <dd>${description}</dd>`,
              )}
              ${states.map(
                ({ name, description }) =>
                  html`<dt><code>:state(${name})</code></dt>
                    <dd>${description}</dd>`,
              )}
            </dl>
          </section>`,
      )}
    </div>
    <div class="result">
      ${samples(true)}
      <pre role="region" aria-label="Examples" tabindex="0"><code>${examples}</code></pre>
    </div>
  </div>
`;

const show = (tag: string, part: string) => (event: Event) => {
  const sheet = (event.target as Element).closest('.theming')?.parentNode?.querySelector('.shown-part');
  if (sheet) sheet.textContent = `${tag}::part(${part}) { outline: 3px dashed #d6006f; outline-offset: 2px; }`;
};

const examples = `/* A part is one piece of an element. */
sao-article-card::part(lead) {
  font-style: italic;
}

/* A rating in a card is out of its host's sight: tokens reach it, parts of it do not. */
sao-article-card {
  --sao-star-size: 1em;
}

/* A state is what an element is doing. */
sao-star-rating:state(pending)::part(status) {
  font-weight: bold;
}
`;
