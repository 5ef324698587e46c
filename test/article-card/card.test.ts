import { expect, fixture, fixtureSync, html, nextFrame, oneEvent } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/article-card.js';
import type { SaoArticleCard } from '../../src/article-card.js';
import { waitUntil } from '../wait-until.js';
import { loaded } from './outline.js';
import { seed } from './seed.js';

const sample = (name: string) => new URL(`./samples/${name}`, import.meta.url).href;
const show = (template: TemplateResult) => fixture<SaoArticleCard>(template);
const part = (card: SaoArticleCard, name: string) => card.renderRoot.querySelector<HTMLElement>(`[part~=${name}]`);
const words = (card: SaoArticleCard, name: string) => part(card, name)?.textContent.trim().replace(/\s+/g, ' ');
const seedCard = (inner?: unknown) =>
  show(
    html`<sao-article-card
      lang="vi"
      href="#article"
      heading=${seed.heading}
      lead=${seed.lead}
      published=${seed.published}
      >${inner}</sao-article-card
    >`,
  );

/** A pointer going down and up at a place, and how often the card's link was followed. */
async function clicks(card: SaoArticleCard, target: Element | null, press: MouseEventInit = {}, release = press) {
  let followed = 0;
  const link = part(card, 'link') ?? card.querySelector('a');
  link?.addEventListener('click', (event) => {
    followed++;
    event.preventDefault();
  });
  const options = { bubbles: true, composed: true, cancelable: true };
  target?.dispatchEvent(new PointerEvent('pointerdown', { ...options, ...press }));
  target?.dispatchEvent(new MouseEvent('click', { ...options, ...release }));
  await nextFrame();
  return followed;
}

describe('the card’s link', () => {
  it('is one, in the heading, and its area is the card', async () => {
    const card = await seedCard();
    expect(card.renderRoot.querySelectorAll('a')).to.have.length(1);
    const link = part(card, 'link');
    expect(link?.closest('[role=heading]')?.getAttribute('aria-level')).to.equal('3');
    const area = getComputedStyle(link ?? card, '::after');
    expect(parseFloat(area.width)).to.be.closeTo(card.clientWidth, 1);
    expect(parseFloat(area.height)).to.be.closeTo(card.clientHeight, 1);
  });

  it('is followed from the words of the card', async () => {
    const card = await seedCard();
    expect(await clicks(card, part(card, 'lead'))).to.equal(1);
  });

  it('is not followed when text was selected', async () => {
    const card = await seedCard();
    expect(await clicks(card, part(card, 'lead'), { clientX: 10 }, { clientX: 60 })).to.equal(0);
  });

  it('is not followed from nested controls, nor after the host has dealt with the click', async () => {
    const card = await seedCard(
      html`<p id="text">Text <a id="nested" href="#other">link</a></p>
        <button slot="actions" id="action">Share</button>
        <span slot="rating" id="rating">stars</span>`,
    );
    for (const id of ['nested', 'action', 'rating']) {
      expect(await clicks(card, card.querySelector(`#${id}`)), id).to.equal(0);
    }
    card.querySelector('#text')?.addEventListener('click', (event) => event.preventDefault());
    expect(await clicks(card, card.querySelector('#text'))).to.equal(0);
  });

  it('opens another tab for modified and middle clicks', async () => {
    const card = await seedCard();
    const opened: unknown[] = [];
    const open = window.open.bind(window);
    window.open = (...parameters) => {
      opened.push(parameters);
      return null;
    };
    const address = new URL('#article', document.baseURI).href;
    expect(await clicks(card, part(card, 'lead'), { ctrlKey: true })).to.equal(0);
    part(card, 'lead')?.dispatchEvent(new MouseEvent('auxclick', { bubbles: true, composed: true, button: 1 }));
    window.open = open;
    expect(opened).to.deep.equal([
      [address, '_blank', 'noopener'],
      [address, '_blank', 'noopener'],
    ]);
  });

  it('covers the words while the secondary button goes down, so that its menu is the link’s', async () => {
    const card = await seedCard();
    const lead = part(card, 'lead');
    const down = (button: number) =>
      lead?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true, button }));
    const topmost = () => {
      const { left, top } = lead?.getBoundingClientRect() ?? { left: 0, top: 0 };
      return card.shadowRoot?.elementFromPoint(left + 5, top + 5);
    };
    expect(topmost()).to.equal(lead);
    down(2);
    expect(topmost()).to.equal(part(card, 'link'));
    lead?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true }));
    expect(topmost()).to.equal(lead);
  });

  it('may be the host’s own in the heading slot; the level stays the card’s', async () => {
    const card = await show(
      html`<sao-article-card heading-level="2"
        ><a slot="heading" href="#own">Own</a>
        <p id="text">x</p></sao-article-card
      >`,
    );
    expect(card.renderRoot.querySelectorAll('a')).to.have.length(0);
    expect(part(card, 'heading')?.getAttribute('aria-level')).to.equal('2');
    expect(await clicks(card, card.querySelector('#text'))).to.equal(1);
  });

  it('makes a host’s heading element give way, as long as it is the card’s', async () => {
    const card = await show(
      html`<sao-article-card heading-level="4"
        ><h2 slot="heading"><a href="#own">Own</a></h2></sao-article-card
      >`,
    );
    const inner = card.querySelector('h2');
    expect(part(card, 'heading')?.getAttribute('aria-level')).to.equal('4');
    expect(inner?.role).to.equal('none');
    const box = card.parentElement;
    card.remove();
    await nextFrame();
    expect(inner?.hasAttribute('role')).to.be.false;
    box?.append(card);
    await card.updateComplete;
    expect(inner?.role).to.equal('none');
    const another = document.createElement('h3');
    another.slot = 'heading';
    inner?.replaceWith(another);
    await nextFrame();
    await card.updateComplete;
    expect([inner?.role, another.role]).to.deep.equal([null, 'none']);
    card.heading = 'Attribute';
    await card.updateComplete;
    expect(another.hasAttribute('role')).to.be.false;
  });

  for (const href of ['javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'file:///etc/passwd']) {
    it(`does not follow ${JSON.stringify(href)}`, async () => {
      const card = await show(
        html`<sao-article-card
          href=${href}
          heading="H"
          source="S"
          source-href=${href}
          image=${href}
        ></sao-article-card>`,
      );
      expect(card.renderRoot.querySelectorAll('a, img')).to.have.length(0);
      const slotted = await show(html`<sao-article-card><a slot="heading" href=${href}>H</a></sao-article-card>`);
      const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
      slotted.querySelector('a')?.dispatchEvent(event);
      expect(event.defaultPrevented).to.be.true;
    });
  }

  it('says when it leaves the site', async () => {
    const card = await show(
      html`<sao-article-card lang="en" href="https://a.example/1" heading="H"></sao-article-card>`,
    );
    expect(words(card, 'heading')).to.equal('H (external site: a.example)');
    card.href = '/here';
    await card.updateComplete;
    expect(words(card, 'heading')).to.equal('H');
  });
});

describe('fields', () => {
  it('merge: attribute, data, slot, for', async () => {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.id = 'ld';
    script.textContent = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'for',
      description: 'for',
      articleSection: 'for',
      author: 'for',
      sourceOrganization: { name: 'for', url: 'https://for.example' },
    });
    document.body.append(script);
    const card = await loaded(
      html`<sao-article-card lang="en" for="ld" heading="attribute" .data=${{ heading: 'data', lead: 'data' }}>
        <b slot="heading">slot</b><b slot="lead">slot</b><b slot="source">slot</b>
      </sao-article-card>`,
    );
    script.remove();
    expect(words(card, 'heading')).to.equal('attribute');
    expect(words(card, 'lead')).to.equal('data');
    expect(part(card, 'source')?.querySelector('slot')?.assignedElements()).to.have.length(1);
    expect(words(card, 'section')).to.equal('for');
    expect(words(card, 'meta')).to.equal('for');
    expect(card.renderRoot.querySelector('[href*="for.example"]')).to.equal(null);
  });

  it('that a host changes are shown', async () => {
    const card = await seedCard(html`<b slot="source">One</b>`);
    expect(words(card, 'source')).to.contain('Nguồn tin:');
    card.querySelector('b')?.remove();
    await nextFrame();
    await card.updateComplete;
    expect(part(card, 'source')).to.equal(null);
  });

  it('are properties too, also set before the upgrade, and `updated` is one of them', async () => {
    const card = document.createElement('sao-article-card');
    Object.assign(card, { heading: 'H', published: '2017-12-16', updated: '2017-12-17', headingLevel: 4, lang: 'en' });
    document.body.append(card);
    await card.updateComplete;
    expect(card.updated).to.equal('2017-12-17');
    expect(words(card, 'meta')).to.equal('Saturday, December 16, 2017Updated: Sunday, December 17, 2017');
    card.updated = undefined;
    await card.updateComplete;
    expect(words(card, 'meta')).to.equal('Saturday, December 16, 2017');
    card.remove();
  });

  it('that cannot be right are named in the console, and the card goes on', async () => {
    const said: string[] = [];
    const { warn } = console;
    console.warn = (message: string) => said.push(message);
    const card = await show(
      html`<sao-article-card
        heading="H"
        heading-level="9"
        layout="wide"
        date-style="iso"
        time-zone="Mars/Base"
        published="gestern"
      ></sao-article-card>`,
    );
    console.warn = warn;
    expect(said).to.have.length(5);
    expect(said.join()).to.contain('<sao-article-card> heading-level="9": must be 1, 2, 3, 4, 5, 6.');
    expect(part(card, 'heading')?.getAttribute('aria-level')).to.equal('3');
    expect(words(card, 'heading')).to.equal('H');
  });
});

describe('a card of a feed', () => {
  it('shows a skeleton, then the article, in the same room', async () => {
    const box = fixtureSync<HTMLElement>(
      html`<div style="inline-size: 360px">
        <sao-article-card lang="vi" src=${sample('seed.rss.xml')}></sao-article-card>
      </div>`,
    );
    const [card] = box.children as unknown as [SaoArticleCard];
    const load = oneEvent(card, 'sao-load');
    await card.updateComplete;
    expect(card.matches(':state(loading)')).to.be.true;
    expect(part(card, 'skeleton')?.closest('[aria-busy=true]')).to.exist;
    const before = card.offsetHeight;
    await load;
    expect(card.matches(':state(loading)')).to.be.false;
    expect(words(card, 'heading')).to.contain(seed.heading);
    expect(card.offsetHeight).to.equal(before);
  });

  it('shares one request with all others', async () => {
    const address = `${sample('seed.feed.json')}?shared`;
    let count = 0;
    document.addEventListener('sao-load', () => count++);
    await fixture(
      html`<div>${Array.from({ length: 50 }, () => html`<sao-article-card src=${address}></sao-article-card>`)}</div>`,
    );
    await waitUntil(() => count >= 50);
    expect(performance.getEntriesByName(address)).to.have.length(1);
  });

  it('offers to try again, and keeps the focus', async () => {
    const card = document.createElement('sao-article-card');
    card.lang = 'en';
    card.src = '/no-such-feed';
    const failure = oneEvent(card, 'sao-error');
    document.body.append(card);
    await failure;
    expect(words(card, 'error')).to.equal('The article could not be loaded. Try again');
    await expect(card).to.be.accessible();
    const button = card.renderRoot.querySelector('button');
    button?.focus();
    const again = oneEvent(card, 'sao-error');
    button?.click();
    await again;
    expect(card.shadowRoot?.activeElement).to.equal(card.renderRoot.querySelector('button'));
    card.src = sample('seed.rss.xml');
    await oneEvent(card, 'sao-load');
    expect(card.matches(':state(error)')).to.be.false;
    card.remove();
  });

  it('shows what the host gave where the feed fails', async () => {
    const card = document.createElement('sao-article-card');
    Object.assign(card, { heading: 'Given', src: '/no-such-feed' });
    const failure = oneEvent(card, 'sao-error');
    document.body.append(card);
    await failure;
    expect(words(card, 'heading')).to.equal('Given');
    expect(card.matches(':state(error)')).to.be.true;
    card.remove();
  });

  it('is empty where the feed is', async () => {
    const empty = URL.createObjectURL(
      new Blob(['{"version":"https://jsonfeed.org/version/1.1","items":[]}'], { type: 'application/json' }),
    );
    const card = await loaded(html`<sao-article-card lang="en" src=${empty}></sao-article-card>`);
    expect(card.matches(':state(empty)')).to.be.true;
    expect(card.renderRoot.textContent).to.contain('No article yet.');
    await expect(card).to.be.accessible();
  });
});

describe('the rest of the card', () => {
  it('leaves a designed space for a broken image', async () => {
    const card = await show(html`<sao-article-card heading="H" image="data:image/png;base64,x"></sao-article-card>`);
    expect(part(card, 'image')).to.equal(null);
    card.image = '/no-such-image.png';
    await card.updateComplete;
    const height = part(card, 'media')?.offsetHeight;
    part(card, 'image')?.dispatchEvent(new Event('error'));
    await card.updateComplete;
    expect(part(card, 'media')?.classList.contains('broken')).to.be.true;
    expect(part(card, 'media')?.offsetHeight).to.equal(height);
  });

  it('tells a rating inside its article', async () => {
    const card = await show(html`<sao-article-card heading="H" href="/a" rating></sao-article-card>`);
    const rating = () => card.renderRoot.querySelector<HTMLElement & { article?: string }>('sao-star-rating');
    expect(rating()?.article).to.equal('/a');
    card.article = 'b';
    await card.updateComplete;
    expect(rating()?.article).to.equal('b');
    expect(card.getAttribute('article')).to.equal('b');
    const slotted = await show(
      html`<sao-article-card article="c"><sao-star-rating slot="rating"></sao-star-rating></sao-article-card>`,
    );
    expect(slotted.querySelector<HTMLElement & { article?: string }>('sao-star-rating')?.article).to.equal('c');
  });

  it('shows no rating before a feed said which article it is', async () => {
    const card = await show(html`<sao-article-card rating src=${sample('seed.rss.xml')}></sao-article-card>`);
    expect(card.renderRoot.querySelector('sao-star-rating')).to.equal(null);
    await oneEvent(card, 'sao-load');
    expect(card.renderRoot.querySelector<HTMLElement & { article?: string }>('sao-star-rating')?.article).to.equal(
      seed.href,
    );
  });

  it('shows no rating for the page where no source said which article it is', async () => {
    const card = await show(
      html`<sao-article-card rating heading="H" src="/no-such-feed">
        <span slot="actions">kept</span>
      </sao-article-card>`,
    );
    const isRated = () => !!card.renderRoot.querySelector('slot[name=rating]');
    await oneEvent(card, 'sao-error');
    expect(isRated()).to.be.false;
    const slotted = document.createElement('sao-star-rating');
    slotted.slot = 'rating';
    card.append(slotted);
    card.requestUpdate();
    await card.updateComplete;
    expect(isRated()).to.be.false;
    slotted.setAttribute('article', 'own');
    card.requestUpdate();
    await card.updateComplete;
    expect(isRated()).to.be.true;
    slotted.remove();
    card.article = 'a';
    await card.updateComplete;
    expect(isRated()).to.be.true;
  });

  it('puts structured data into the page while it is there', async () => {
    const scripts = () => [...document.querySelectorAll('head > script[type="application/ld+json"]')];
    const card = await show(
      html`<sao-article-card
        structured-data
        href="/a"
        heading=${'A </script> B'}
        published=${seed.published}
        source="S"
        author="N"
      ></sao-article-card>`,
    );
    await waitUntil(() => scripts().length === 1);
    const origin = new URL('/a', document.baseURI).href;
    expect(JSON.parse(scripts()[0]?.textContent ?? '')).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'A </script> B',
      url: origin,
      mainEntityOfPage: origin,
      datePublished: seed.published,
      author: { '@type': 'Person', name: 'N' },
      sourceOrganization: { '@type': 'Organization', name: 'S' },
    });
    expect(scripts()[0]?.textContent).not.to.contain('</script');
    card.heading = 'C';
    await waitUntil(() => scripts()[0]?.textContent.includes('"C"'));
    expect(scripts()).to.have.length(1);
    card.remove();
    await waitUntil(() => scripts().length === 0);
  });

  it('tells relative dates, with the whole date to hand', async () => {
    const published = new Date(Date.now() - 5 * 60_000 - 5_000).toISOString();
    const card = await show(
      html`<sao-article-card lang="vi" heading="H" published=${published} date-style="relative"></sao-article-card>`,
    );
    expect(words(card, 'date')).to.equal('5 phút trước');
    expect(part(card, 'date')?.title).to.match(/tháng/);
    expect(part(card, 'date')?.closest('[aria-live]')).to.equal(null);
  });

  it('leaves no trace of a no-op update', async () => {
    const card = await seedCard();
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(card.renderRoot, { subtree: true, childList: true, attributes: true, characterData: true });
    card.requestUpdate();
    await card.updateComplete;
    await nextFrame();
    observer.disconnect();
    expect(changes).to.equal(0);
  });

  for (const layout of ['auto', 'vertical', 'horizontal', 'compact', 'full']) {
    for (const [lang, dir] of [
      ['vi', 'ltr'],
      ['ar', 'rtl'],
    ] as const) {
      it(`passes axe in ${layout}, ${dir}, and holds long words`, async () => {
        const box = await fixture<HTMLElement>(
          html`<main lang=${lang} dir=${dir} style="inline-size: 300px">
            <sao-article-card
              layout=${layout}
              href="https://a.example/1"
              heading="Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
              lead=${seed.lead}
              section="S"
              author="N"
              published=${seed.published}
              source="Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
              source-href="https://b.example"
              image="/no-such-image.png"
              >${html`<p>Body <a href="#x">link</a></p>`}</sao-article-card
            >
          </main>`,
        );
        expect(box.scrollWidth).to.be.at.most(300);
        await expect(box).to.be.accessible();
      });
    }
  }
});
