import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { SaoStarRating } from '../../src/star-rating.js';
import { votes } from '../../src/votes.js';
import { drawn, freshArticle, hasState, key, part, star, stars, useFakeEndpoint } from './rating-page.js';

async function formWith(rating: unknown): Promise<{ form: HTMLFormElement; rating: SaoStarRating }> {
  const form = await fixture<HTMLFormElement>(html`<form lang="en">${rating}</form>`);
  const element = form.querySelector('sao-star-rating');
  if (!element) throw new Error('The form holds a rating.');
  await element.updateComplete;
  return { form, rating: element };
}
const entry = (form: HTMLFormElement) => new FormData(form).get('stars');

describe('a rating in a form', () => {
  const used = useFakeEndpoint();

  it('has its score as value, at once', async () => {
    const { form, rating } = await formWith(
      html`<sao-star-rating name="stars" article=${freshArticle()} average="1" count="1"></sao-star-rating>`,
    );
    expect(entry(form)).to.equal(null);
    let atChange: unknown;
    form.addEventListener('change', () => (atChange = entry(form)));
    const sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 4).click();
    expect(atChange).to.equal('4');
    await sent;
    rating.value = 2;
    expect(entry(form)).to.equal('2');
    rating.value = null;
    expect(entry(form)).to.equal(null);
  });

  it('is missing where it is required, in the reader’s language', async () => {
    const { form, rating } = await formWith(
      html`<sao-star-rating lang="vi" required name="stars" average="1" count="1"></sao-star-rating>`,
    );
    expect(form.checkValidity()).to.equal(false);
    expect(rating.validity.valueMissing).to.equal(true);
    expect(rating.validationMessage).to.equal('Hãy chọn số sao.');
    expect(part(rating, 'stars')?.getAttribute('aria-required')).to.equal('true');
    rating.value = 3;
    expect(form.checkValidity()).to.equal(true);
    expect(rating.validationMessage).to.equal('');
    rating.value = null;
    rating.required = false;
    await rating.updateComplete;
    expect(rating.checkValidity()).to.equal(true);
  });

  it('takes the focus when the form is submitted without it', async () => {
    const { form, rating } = await formWith(
      html`<sao-star-rating required name="stars" average="1" count="1"></sao-star-rating>`,
    );
    let submitted = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted = true;
    });
    form.requestSubmit();
    expect(submitted).to.equal(false);
    expect(rating.reportValidity()).to.equal(false);
  });

  it('is not asked for while it takes no vote', async () => {
    for (const attribute of ['readonly', 'disabled']) {
      const { form, rating } = await formWith(html`<sao-star-rating required average="1" count="1"></sao-star-rating>`);
      rating.toggleAttribute(attribute, true);
      await rating.updateComplete;
      expect(rating.willValidate, attribute).to.equal(false);
      expect(form.checkValidity(), attribute).to.equal(true);
    }
  });

  it('returns to its attribute on reset; a cast vote stands', async () => {
    const { form, rating } = await formWith(
      html`<sao-star-rating name="stars" value="2" article=${freshArticle()} average="1" count="1"></sao-star-rating>`,
    );
    const sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 5).click();
    await sent;
    form.reset();
    expect([rating.value, entry(form)]).to.deep.equal([2, '2']);
    await rating.updateComplete;
    expect(drawn(rating)).to.equal(2);
    expect(hasState(rating, 'sent')).to.equal(true);
    rating.removeAttribute('value');
    form.reset();
    expect(rating.value).to.equal(null);
    await rating.updateComplete;
    expect(hasState(rating, 'voted')).to.equal(true);
  });

  it('takes a vote that stands again after a reset, without sending it again', async () => {
    const { form, rating } = await formWith(
      html`<sao-star-rating required name="stars" article=${freshArticle()} average="1" count="1"></sao-star-rating>`,
    );
    const sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 4).click();
    await sent;
    form.reset();
    await rating.updateComplete;
    expect([entry(form), form.checkValidity(), hasState(rating, 'voted')]).to.deep.equal([null, false, true]);
    expect(part(rating, 'status')?.textContent).to.include('You chose 4 stars. Your vote is counted.');
    let changes = 0;
    rating.addEventListener('change', () => changes++);
    star(rating, 4).click();
    star(rating, 4).click();
    expect([changes, rating.value, entry(form), form.checkValidity()]).to.deep.equal([1, 4, '4', true]);
    expect(await votes.pending()).to.deep.equal([]);
    expect(used.server.posts).to.have.length(1);
  });

  it('is not missing where it was reset and the vote is final', async () => {
    const { form, rating } = await formWith(
      html`<sao-star-rating once required name="stars" article=${freshArticle()} average="1" count="1">
      </sao-star-rating>`,
    );
    expect(form.checkValidity()).to.equal(false);
    const sent = oneEvent(rating, 'sao-vote-sent');
    star(rating, 4).click();
    await sent;
    form.reset();
    expect(form.checkValidity()).to.equal(true);
  });

  it('is restored with the page', async () => {
    const { form, rating } = await formWith(
      html`<sao-star-rating name="stars" average="1" count="1"></sao-star-rating>`,
    );
    rating.formStateRestoreCallback('4');
    expect([rating.value, entry(form)]).to.deep.equal([4, '4']);
  });

  it('is disabled with its fieldset', async () => {
    const { form, rating } = await formWith(
      html`<fieldset disabled>
        <sao-star-rating name="stars" value="3" average="1" count="1"></sao-star-rating>
      </fieldset>`,
    );
    expect(entry(form)).to.equal(null);
    expect(part(rating, 'stars')?.getAttribute('aria-disabled')).to.equal('true');
    star(rating, 5).click();
    expect(rating.value).to.equal(3);
    form.querySelector('fieldset')?.removeAttribute('disabled');
    await rating.updateComplete;
    expect(part(rating, 'stars')?.hasAttribute('aria-disabled')).to.equal(false);
    expect(entry(form)).to.equal('3');
  });

  it('is named, and focused, by its label', async () => {
    const { form, rating } = await formWith(
      html`<label for="r">Your opinion</label
        ><sao-star-rating id="r" name="stars" average="1" count="1"></sao-star-rating>`,
    );
    rating.requestUpdate();
    await rating.updateComplete;
    expect(part(rating, 'stars')?.getAttribute('aria-label')).to.equal('Your opinion');
    form.querySelector('label')?.click();
    expect(rating.shadowRoot?.activeElement).to.equal(stars(rating)[0]);
    expect(rating.value).to.equal(null);
    rating.label = 'Stars';
    await rating.updateComplete;
    expect(part(rating, 'stars')?.getAttribute('aria-label')).to.equal('Stars');
  });

  it('does not submit the form by Enter', async () => {
    const { form, rating } = await formWith(
      html`<sao-star-rating article=${freshArticle()} average="1" count="1"></sao-star-rating><button></button>`,
    );
    let submitted = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted = true;
    });
    const sent = oneEvent(rating, 'sao-vote-sent');
    rating.focus();
    key(rating, 'Enter');
    await sent;
    expect(submitted).to.equal(false);
  });
});
