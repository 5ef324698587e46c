import { expect, fixture, html } from '@open-wc/testing';
import { html as template, type TemplateResult } from 'lit';
import { SaoElement } from '../../src/shared/element.js';
import { announcePageChange, page } from '../../src/shared/page.js';

const diary: string[] = [];

class DiaryElement extends SaoElement {
  protected override arrived(): void {
    diary.push('arrived');
  }
  protected override left(): void {
    diary.push('left');
  }
  protected override render(): TemplateResult {
    diary.push(this.language);
    return template`<p></p>`;
  }
}
customElements.define('diary-element', DiaryElement);

describe('what the widgets have in common', () => {
  let place: HTMLElement;
  let host: HTMLElement;
  let element: DiaryElement;

  beforeEach(async () => {
    place = await fixture<HTMLElement>(
      html`<div lang="vi">
        <div></div>
        <section lang="fr-CA"></section>
      </div>`,
    );
    host = place.firstElementChild as HTMLElement;
    element = new DiaryElement();
    host.attachShadow({ mode: 'open' }).append(element);
    await element.updateComplete;
  });

  afterEach(async () => {
    element.remove();
    await Promise.resolve();
    diary.length = 0;
  });

  it('is to arrive once, speak the language around, and leave once', async () => {
    expect(diary).to.deep.equal(['arrived', 'vi']);
    const { size } = page.listeners;
    element.remove();
    await Promise.resolve();
    expect(diary).to.deep.equal(['arrived', 'vi', 'left']);
    expect(page.listeners.size).to.equal(size - 1);
  });

  it('is to hear of a language that changes outside of the shadow tree, and of one inside', async () => {
    place.lang = 'th';
    await Promise.resolve();
    await element.updateComplete;
    element.lang = 'ar-EG';
    await Promise.resolve();
    await element.updateComplete;
    expect(diary.slice(2)).to.deep.equal(['th', 'ar-EG']);
  });

  it('is to hear of what the page changes, but not after leaving', async () => {
    announcePageChange();
    await element.updateComplete;
    element.remove();
    await Promise.resolve();
    announcePageChange();
    await element.updateComplete;
    expect(diary.slice(2)).to.deep.equal(['vi', 'left']);
  });

  it('is to take a move for a move, and to come back', async () => {
    place.querySelector('section')?.append(element);
    await element.updateComplete;
    expect(diary.slice(2)).to.deep.equal(['fr-CA']);
    element.remove();
    await Promise.resolve();
    place.append(element);
    await element.updateComplete;
    expect(diary.slice(3)).to.deep.equal(['left', 'arrived', 'vi']);
  });
});
