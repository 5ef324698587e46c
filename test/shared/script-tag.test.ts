import { expect } from '@open-wc/testing';
import { page } from '../../src/shared/page.js';
import { configureFromScriptTag } from '../../src/shared/script-tag.js';

describe('the settings on a script tag', () => {
  const tags: HTMLScriptElement[] = [];

  /** A tag of a type that no browser runs. */
  function tag(src: string, settings: Record<string, string>): string {
    const script = document.createElement('script');
    script.type = 'text/plain';
    if (src) script.src = src;
    Object.assign(script.dataset, settings);
    document.head.append(script);
    tags.push(script);
    return script.src;
  }

  afterEach(() => {
    for (const script of tags.splice(0)) script.remove();
    for (const name of Object.keys(page.configuration)) Reflect.deleteProperty(page.configuration, name);
  });

  it('are all taken, days as a number, and nothing else is', () => {
    const settings = {
      endpoint: 'https://votes.example/votes',
      protocol: 'json-simple',
      credentials: 'include',
      voter: 'reader 7',
      storage: 'memory',
    };
    const src = tag('/embed/sao-widgets.js', { ...settings, maxAge: '7', cfasync: 'false' });
    configureFromScriptTag(src);
    expect(page.configuration).to.deep.equal({ ...settings, maxAge: 7 });
  });

  it('are those of the tag with the same address, before any other of that name', () => {
    tag('/embed/1/sao-widgets.js', { voter: 'other' });
    const src = tag('/embed/2/sao-widgets.js?v=3', { voter: 'own' });
    configureFromScriptTag(src);
    expect(page.configuration).to.deep.equal({ voter: 'own' });
  });

  it('are found by the name of the file where the address changed on the way', () => {
    tag('/embed/sao-widgets.iife.js', { voter: 'classic' });
    tag('/embed@1/sao-widgets.js?v=3', { voter: 'own' });
    configureFromScriptTag('https://cdn.example/embed@1.2.3/sao-widgets.js');
    expect(page.configuration).to.deep.equal({ voter: 'own' });
  });

  it('are found by the name of the file where something else evaluates the script', () => {
    const inline = tag('', { voter: 'another script’s' });
    expect(inline).to.equal('');
    tag('/embed/sao-widgets.iife.js?v=3', { voter: 'own' });
    configureFromScriptTag('sao-widgets.iife.js');
    expect(page.configuration).to.deep.equal({ voter: 'own' });
  });

  it('are those of all tags for the same address, which runs once', () => {
    tag('/embed/sao-widgets.js', { voter: 'one', storage: 'memory' });
    configureFromScriptTag(tag('/embed/sao-widgets.js', { voter: 'two' }));
    expect(page.configuration).to.deep.equal({ voter: 'two', storage: 'memory' });
  });

  it('leave what was configured before where there are none', () => {
    page.configuration.voter = 'before';
    configureFromScriptTag(tag('/embed/sao-widgets.js', {}));
    configureFromScriptTag('https://cdn.example/none.js');
    expect(page.configuration).to.deep.equal({ voter: 'before' });
  });
});
