import { expect } from '@open-wc/testing';
import { configure } from '../../src/shared/configuration.js';
import { page } from '../../src/shared/page.js';

describe('a setting', () => {
  const { warn } = console;
  let said: string[] = [];

  beforeEach(() => {
    said = [];
    console.warn = (message: string) => void said.push(message);
  });

  afterEach(() => {
    console.warn = warn;
    for (const name of Object.keys(page.configuration)) Reflect.deleteProperty(page.configuration, name);
  });

  it('that no request could be made with, or every endpoint refuses, stays as it was, and is named', () => {
    configure({ headers: { 'X-Reader': 'r' }, voter: 'reader 7' });
    configure({ headers: null as never });
    configure({ voter: 'reader\n7' });
    configure({ voter: '8'.repeat(129) });
    expect(page.configuration).to.deep.equal({ headers: { 'X-Reader': 'r' }, voter: 'reader 7' });
    expect(said.map((message) => /\w+ cannot be/.exec(message)?.[0])).to.deep.equal([
      'headers cannot be',
      'voter cannot be',
      'voter cannot be',
    ]);
  });

  it('that the endpoint accepts is taken, its length counted as there', () => {
    configure({ voter: '⭐️🌟'.repeat(40) });
    expect(page.configuration.voter).to.have.length(160);
    expect(said).to.deep.equal([]);
  });

  it('that is an object without a prototype is taken as headers, and refused elsewhere without throwing', () => {
    const headers = Object.assign(Object.create(null) as Record<string, string>, { 'X-Reader': 'r' });
    configure({ headers });
    configure({ endpoint: headers as never });
    expect(page.configuration).to.deep.equal({ headers });
    expect(said).to.have.length(1);
    expect(said[0]).to.include('endpoint cannot be');
  });
});
