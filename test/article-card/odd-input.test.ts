import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/article-card.js';
import type { SaoArticleCard } from '../../src/article-card.js';

const show = (template: TemplateResult) => fixture<SaoArticleCard>(template);
const part = (card: SaoArticleCard, name: string) => card.renderRoot.querySelector<HTMLElement>(`[part~=${name}]`);

/** What is said in the console meanwhile. */
async function saidDuring(run: () => Promise<void>): Promise<string[]> {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (message: string) => said.push(message);
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return said;
}

describe('a card of odd attributes', () => {
  const ratioOf = (card: SaoArticleCard) => {
    const { width, height } = part(card, 'media')?.getBoundingClientRect() ?? { width: 0, height: 1 };
    return width / height;
  };
  const pictured = (ratio: unknown) =>
    show(
      html`<sao-article-card
        heading="H"
        layout="vertical"
        image="/no-such-image.png"
        .imageRatio=${ratio}
      ></sao-article-card>`,
    );

  for (const [ratio, expected] of [
    ['4/3', 4 / 3],
    ['4:3', 4 / 3],
    ['2', 2],
    [1.5, 1.5],
    ['wide', 16 / 9],
    ['0', 16 / 9],
    ['1; position: fixed', 16 / 9],
    [null, 16 / 9],
  ] as const) {
    it(`has a box for the image with image-ratio ${JSON.stringify(ratio)}`, async () => {
      const card = await pictured(ratio);
      expect(ratioOf(card)).to.be.closeTo(expected, 0.02);
    });
  }

  it('names a ratio that is none', async () => {
    const said = await saidDuring(async () => {
      await show(html`<sao-article-card heading="H" image-ratio="very wide"></sao-article-card>`);
    });
    expect(said.join()).to.contain('<sao-article-card> image-ratio="very wide": must be');
  });

  it('names an address that is not followed', async () => {
    const said = await saidDuring(async () => {
      const card = await show(
        html`<sao-article-card
          heading="H"
          image="javascript:1"
          source="S"
          source-href="javascript:2"
        ></sao-article-card>`,
      );
      expect(card.renderRoot.querySelectorAll('a,img')).to.have.length(0);
    });
    expect(said.join())
      .to.contain('image="javascript:1": must be')
      .and.to.contain('source-href="javascript:2": must be');
  });

  it('that are not there asks nothing slow', async () => {
    const { DateTimeFormat } = Intl;
    let made = 0;
    Intl.DateTimeFormat = new Proxy(DateTimeFormat, {
      construct: (target, parameters: ConstructorParameters<typeof DateTimeFormat>) => {
        made++;
        return new target(...parameters);
      },
    });
    try {
      await show(html`<sao-article-card heading="H"></sao-article-card>`);
    } finally {
      Intl.DateTimeFormat = DateTimeFormat;
    }
    expect(made).to.equal(0);
  });

  it('goes back to what is usual when an attribute is taken away, and says nothing', async () => {
    const said = await saidDuring(async () => {
      const card = await show(
        html`<sao-article-card
          heading="H"
          image="/no-such-image.png"
          layout="vertical"
          heading-level="2"
          image-ratio="1"
          date-style="short"
          time-zone="UTC"
          published="2017-12-16"
          href="/a"
        ></sao-article-card>`,
      );
      for (const { name } of [...card.attributes])
        if (name !== 'heading' && name !== 'image') card.removeAttribute(name);
      await card.updateComplete;
      expect(part(card, 'heading')?.getAttribute('aria-level')).to.equal('3');
      expect(part(card, 'base')?.className).to.contain('auto');
      expect(part(card, 'link')).to.equal(null);
    });
    expect(said).to.deep.equal([]);
  });

  it('shows data that a script did not write as text', async () => {
    const data = { heading: 2026, published: new Date('2017-12-16T06:04:00Z').toISOString(), updated: 1 };
    const card = await show(html`<sao-article-card lang="en" .data=${data}></sao-article-card>`);
    expect(part(card, 'heading')?.textContent.trim()).to.equal('2026');
    expect(part(card, 'meta')?.textContent.trim()).to.equal('Saturday, December 16, 2017 6:04 AM');
  });
});

describe('the date of the last change', () => {
  const meta = async (published: string | undefined, updated: string) => {
    const card = await show(
      html`<sao-article-card lang="en" heading="H" .published=${published} .updated=${updated}></sao-article-card>`,
    );
    return part(card, 'meta')?.textContent.trim().replace(/\s+/g, ' ');
  };

  it('is shown without one of publication too', async () => {
    expect(await meta(undefined, '2017-12-17')).to.equal('Updated: Sunday, December 17, 2017');
  });

  it('is shown when it is later, whatever the offsets', async () => {
    expect(await meta('2017-12-16T06:04+07:00', '2017-12-16T00:04Z')).to.contain('Updated: Saturday, December 16');
    expect(await meta('2017-12-16T06:04Z', '2017-12-16T08:04+07:00')).not.to.contain('Updated');
  });
});

describe('a slot', () => {
  it('of a source without words is shown: a logo, say', async () => {
    const card = await show(
      html`<sao-article-card heading="H"><img slot="source" src="/no-such-logo.png" alt="Agency" /></sao-article-card>`,
    );
    expect(part(card, 'source')?.querySelector('slot')?.assignedElements()).to.have.length(1);
  });

  it('tells its article to a rating wherever it stands in the card', async () => {
    const card = await show(
      html`<sao-article-card .data=${{ heading: 'H', href: '/from-data' }}>
        <div slot="actions"><sao-star-rating></sao-star-rating></div>
        <sao-star-rating slot="rating" article="own"></sao-star-rating>
      </sao-article-card>`,
    );
    const articles = () =>
      [...card.querySelectorAll('sao-star-rating')].map(
        (rating) => (rating as Element & { article?: string }).article ?? rating.getAttribute('article'),
      );
    expect(articles()).to.deep.equal(['/from-data', 'own']);
    card.article = 'b';
    await card.updateComplete;
    expect(articles()).to.deep.equal(['b', 'own']);
    // Frameworks set properties rather than attributes.
    Object.assign(card.querySelector('[slot=actions] sao-star-rating') ?? {}, { article: 'set' });
    card.article = 'c';
    await card.updateComplete;
    expect(articles()).to.deep.equal(['set', 'own']);
  });

  it('with a link that is not to be followed is not followed into another tab either', async () => {
    const card = await show(
      html`<sao-article-card
        ><a slot="heading" href="javascript:void%200">H</a>
        <p>Text</p></sao-article-card
      >`,
    );
    const opened: unknown[] = [];
    const open = window.open.bind(window);
    window.open = (address) => {
      opened.push(address);
      return null;
    };
    card
      .querySelector('p')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true }));
    window.open = open;
    expect(opened).to.deep.equal([]);
  });
});
