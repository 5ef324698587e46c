import { html, nothing, type TemplateResult } from 'lit';
import { seedFields } from '../seed-article.js';
import './theming.css';

/** All three elements, in the states that a theme has to serve. */
export const samples = (banner: boolean): TemplateResult => html`
  <div class="samples">
    <sao-article-card
      href=${seedFields.href}
      heading=${seedFields.heading}
      lead=${seedFields.lead}
      section=${seedFields.section}
      source=${seedFields.source}
      published=${seedFields.published}
      image=${seedFields.image}
      image-alt=${seedFields.imageAlt}
      rating
    ></sao-article-card>
    <sao-star-rating article="https://news.example/a/theming-own" value="4" average="4.2" count="17"></sao-star-rating>
    <sao-star-rating readonly average="2.6" count="31" summary="short" label="31 votes"></sao-star-rating>
    ${
      banner
        ? html`<sao-session-timeout-banner
            session="theming"
            timeout="60"
            activity="ignore"
            sign-out-url="/sign-out"
          ></sao-session-timeout-banner>`
        : nothing
    }
  </div>
`;
