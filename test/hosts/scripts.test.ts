import { expect } from '@open-wc/testing';
import type {} from '../../src/star-rating.js';
import { waitUntil } from '../wait-until.js';
import { Visit, type Kind } from './visit.js';

/** Adds one of our scripts to the page and resolves once it has run. */
async function load(visit: Visit, path: string, kind: Kind): Promise<void> {
  const script = visit.document.createElement('script');
  if (kind === 'module') script.type = 'module';
  script.src = `/hosts/embed/${path}`;
  script.dataset.endpoint = `${location.origin}/hosts/votes`;
  const loaded = new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
  });
  visit.document.head.append(script);
  await loaded;
}

const fileOf = (name: string, kind: Kind) => `${name}${kind === 'module' ? '' : '.iife'}.js`;

describe('scripts of ours on one page', () => {
  let visit: Visit;
  afterEach(() => visit.close());

  for (const kind of ['module', 'classic'] as const) {
    it(`is silent when loaded twice (${kind})`, async () => {
      visit = await new Visit('plain', kind).open();
      await visit.until({ shown: 3 });
      await load(visit, `${fileOf('sao-widgets', kind)}?again`, kind);
      await load(visit, fileOf('sao-star-rating', kind), kind);
      const { errors, warnings, newGlobals } = await visit.until({ shown: 3 });
      expect({ errors, warnings, newGlobals }).to.deep.equal({ errors: [], warnings: [], newGlobals: [] });
    });

    it(`warns once of another version, naming both (${kind})`, async () => {
      visit = await new Visit('plain', kind).open();
      await visit.until({ shown: 3 });
      await load(visit, `9.9.9/${fileOf('sao-widgets', kind)}`, kind);
      const { errors, warnings } = await visit.until({ shown: 3 });
      expect(errors).to.deep.equal([]);
      expect(warnings).to.have.lengthOf(1);
      expect(warnings[0]).to.match(/versions \d+\.\d+\.\d+\S* and 9\.9\.9/);
    });
  }

  it('keeps one outbox for two versions: each vote is sent once', async () => {
    visit = await new Visit('empty', 'module').open();
    const { document: page } = visit;
    const main = page.querySelector('main');
    main?.replaceChildren();
    await load(visit, 'sao-star-rating.js', 'module');
    await load(visit, '9.9.9/sao-widgets.js', 'module');
    const rating = page.createElement('sao-star-rating');
    rating.setAttribute('article', visit.article);
    main?.append(rating);
    await visit.until({ shown: 1 });
    visit.vote(2);
    await visit.until({ event: 'sao-vote-sent' });
    visit.vote(5);
    await waitUntil(async () => (await visit.posted()).length >= 2, 'the second vote arrives');
    expect((await visit.posted()).map(({ score }) => score)).to.deep.equal([2, 5]);
  });

  it('reads the settings of a script that came by another address', async () => {
    visit = await new Visit('empty', 'module').open();
    const { document: page } = visit;
    await load(visit, 'redirected/sao-star-rating.js', 'module');
    const rating = page.createElement('sao-star-rating');
    rating.setAttribute('article', visit.article);
    page.querySelector('main')?.replaceChildren(rating);
    await visit.until({ shown: 1 });
    visit.vote(3);
    await visit.until({ event: 'sao-vote-sent' });
    expect(await visit.posted()).to.have.lengthOf(1);
  });
});

describe('a single-page application', () => {
  let visit: Visit;
  afterEach(() => visit.close());

  it('adds, moves and removes elements and changes the URL', async () => {
    visit = await new Visit('single', 'module').open();
    const { document: page } = visit;
    const main = page.querySelector('main');
    const view = page.defaultView;
    if (!main || !view) throw new Error('no page');
    for (const path of ['/a/1', '/a/2']) {
      view.history.pushState(null, '', path);
      const template = page.createElement('template');
      template.innerHTML = '<section><sao-star-rating></sao-star-rating></section><aside></aside>';
      main.replaceChildren(template.content);
      await visit.until({ shown: 1 });
      const rating = page.querySelector('sao-star-rating');
      if (!rating) throw new Error('no rating');
      const told = new Promise<string>((resolve) =>
        rating.addEventListener('sao-vote', ({ detail }) => resolve(detail.article), { once: true }),
      );
      page.querySelector('aside')?.append(rating);
      visit.vote(3);
      expect(await told).to.equal(new URL(path, location.href).href);
      rating.remove();
    }
    const { errors, violations, warnings } = await visit.until({ loaded: true });
    expect({ errors, violations, warnings }).to.deep.equal({ errors: [], violations: [], warnings: [] });
  });
});
