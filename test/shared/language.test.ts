import { expect, fixture, html } from '@open-wc/testing';
import { addLanguage, fill, formatNumber, languageOf, wordsIn } from '../../src/shared/language.js';
import { page } from '../../src/shared/page.js';

describe('language', () => {
  it('is the nearest lang, through shadow hosts too', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="vi-VN"><div id="host"></div></div>`);
    const host = outer.querySelector('#host');
    const inner = document.createElement('b');
    host?.attachShadow({ mode: 'open' }).append(inner);
    expect(languageOf(inner)).to.equal('vi-VN');
  });

  it('is English where lang is no language tag', async () => {
    expect(languageOf(await fixture(html`<div lang="not_a-tag!"></div>`))).to.equal('en');
  });

  it('falls back from region to base language to English, with the rules of what is spoken', () => {
    const builtIn = { vi: { yes: 'có' }, en: { yes: 'yes' } };
    addLanguage('fr', { test: { yes: 'oui' } });
    expect(wordsIn(builtIn, 'test', 'vi-VN')).to.deep.equal([{ yes: 'có' }, 'vi-VN']);
    expect(wordsIn(builtIn, 'test', 'fr-CA')).to.deep.equal([{ yes: 'oui' }, 'fr-CA']);
    expect(wordsIn(builtIn, 'test', 'sv')).to.deep.equal([{ yes: 'yes' }, 'en']);
    page.languages.delete('fr');
  });

  it('writes numbers as the language does', () => {
    expect(formatNumber(4.25, 'vi', 1)).to.equal('4,3');
    expect(formatNumber(1234, 'vi')).to.equal('1.234');
  });

  it('fills places and chooses the plural', () => {
    expect(fill({ one: '{count} vote', other: '{count} votes' }, { count: 1 }, 'en', 1)).to.equal('1 vote');
    expect(fill({ one: '{count} vote', other: '{count} votes' }, { count: 2 }, 'en', 2)).to.equal('2 votes');
    expect(fill('{a} {unknown}', { a: 'x' }, 'en')).to.equal('x {unknown}');
  });
});
