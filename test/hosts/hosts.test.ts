import { expect } from '@open-wc/testing';
import { hosts } from './hosts.js';
import { hasForeignHost, Visit, type Kind, type PageReport } from './visit.js';

const kinds: Kind[] = ['module', 'classic'];

const texts: Record<string, RegExp> = {
  'sao-star-rating': /Click để đánh giá bài viết/,
  'sao-article-card': /Đại hội Chi bộ/,
  'sao-session-timeout-banner': /Thời gian chờ: \d\d giây/,
};

describe('host pages', () => {
  for (const [name, host] of Object.entries(hosts)) {
    describe(host.title, () => {
      for (const kind of host.isXml ? (['classic'] as const) : kinds) {
        const test = host.isForeign && !hasForeignHost ? it.skip : it;
        test(kind, async () => {
          const visit = await new Visit(name, kind).open();
          try {
            const tags = Object.keys(texts).filter((tag) => !host.file || host.file === tag);
            const text = tags.includes('sao-article-card') && !host.html ? 'Đại hội Chi bộ' : '';
            const page = await visit.until({ shown: tags.length, text });
            expect(page.elements.map(({ tag }) => tag)).to.deep.equal(tags);
            if (!host.html) {
              for (const { tag, text } of page.elements) expect(text, tag).to.match(texts[tag] ?? /^$/);
            }
            // Links of the page's own are not announced as leading elsewhere.
            for (const { tag, text } of page.elements) expect(text, tag).not.to.include(location.hostname);
            for (const element of page.elements) expectUntouched(element, host.html ? 'rtl' : 'ltr');
            if (tags.includes('sao-star-rating')) await expectVote(visit, name);
            expectClean(await visit.until({ loaded: true }), name);
          } finally {
            visit.close();
          }
        });
      }
    });
  }
});

function expectUntouched(element: PageReport['elements'][number], direction: string): void {
  const { width, height, letterSpacing, textTransform } = element;
  expect(width, element.tag).to.be.above(50);
  expect(height, element.tag).to.be.above(10);
  expect({ letterSpacing, textTransform, direction: element.direction }).to.deep.equal({
    letterSpacing: 'normal',
    textTransform: 'none',
    direction,
  });
}

async function expectVote(visit: Visit, name: string): Promise<void> {
  visit.vote(4);
  const { events } = await visit.until({ event: 'sao-vote-sent' });
  expect(events.map(({ type }) => type)).to.have.members(['sao-vote', 'sao-vote-sent']);
  expect(events[0]?.durable).to.equal(!['sandbox', 'no-storage'].includes(name));
  const posted = await visit.posted();
  expect(posted.map(({ score }) => score)).to.deep.equal([4]);
}

function expectClean(page: PageReport, name: string): void {
  const { violations, errors, warnings, newGlobals, changedBuiltIns } = page;
  expect({ violations, errors, warnings }).to.deep.equal({ violations: [], errors: [], warnings: [] });
  if (hosts[name]?.hasOwnTraces) return;
  expect({ newGlobals, changedBuiltIns }).to.deep.equal({ newGlobals: [], changedBuiltIns: [] });
}
