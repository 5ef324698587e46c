import { expect } from '@open-wc/testing';
import { Visit } from './visit.js';

const measuresShift = PerformanceObserver.supportedEntryTypes.includes('layout-shift');

describe('the fallback that docs/hosting.md recommends', () => {
  let visit: Visit;
  afterEach(() => visit.close());

  it('stays when the script does not come', async () => {
    visit = await new Visit('failed', 'module').open();
    const { elements, errors } = await visit.until({ loaded: true });
    expect(errors).to.deep.equal([`${location.origin}/hosts/embed/missing.js?failed did not load`]);
    const told = elements.map(({ tag, defined, visible }) => ({ tag, defined, visible }));
    expect(told).to.deep.equal([
      { tag: 'sao-star-rating', defined: false, visible: true },
      { tag: 'sao-article-card', defined: false, visible: true },
      { tag: 'sao-session-timeout-banner', defined: false, visible: false },
    ]);
    const button = visit.document.querySelector('sao-star-rating button');
    expect(button?.checkVisibility()).to.equal(true);
  });

  for (const name of ['old-browser', 'own-url']) {
    for (const kind of ['module', 'classic'] as const) {
      it(`stays where the elements cannot work, which is said once (${name}, ${kind})`, async () => {
        visit = await new Visit(name, kind).open();
        const { elements, errors, warnings } = await visit.until({ loaded: true });
        expect(errors).to.deep.equal([]);
        expect(warnings).to.have.lengthOf(1);
        expect(warnings[0]).to.match(/URL\.parse/);
        expect(elements.map(({ defined }) => defined)).to.deep.equal([false, false, false]);
        expect(visit.document.querySelector('sao-star-rating button')?.checkVisibility()).to.equal(true);
      });
    }
  }

  for (const name of ['fallback', 'fallback-late'] as const) {
    (measuresShift ? it : it.skip)(`gives way without moving the page (${name})`, async () => {
      visit = await new Visit(name, 'module').open();
      await visit.until({ shown: 2, loaded: true });
      await settle(visit);
      const { shift, elements } = await visit.until({ loaded: true });
      expect(elements.filter(({ defined }) => defined)).to.have.lengthOf(3);
      expect(shift, JSON.stringify(elements.map(({ tag, height }) => [tag, height]))).to.equal(0);
    });
  }
});

/** Two frames: what moved in the first has been reported in the second. */
function settle({ document: { defaultView } }: Visit): Promise<unknown> {
  return new Promise((resolve) => defaultView?.requestAnimationFrame(() => defaultView.requestAnimationFrame(resolve)));
}
