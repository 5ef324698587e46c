import { fixture, oneEvent } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { SaoArticleCard } from '../../src/article-card.js';

/** A card after its `sao-load`. */
export async function loaded(template: TemplateResult): Promise<SaoArticleCard> {
  const load = oneEvent(document, 'sao-load');
  const card = await fixture<SaoArticleCard>(template);
  await load;
  await card.updateComplete;
  return card;
}

/**
 * What assistive technology gets of a card, a line for each node: roles with their level, address or moment, and texts;
 * of the flat tree, without what is hidden or only groups.
 */
export function outlineOf(card: SaoArticleCard): string {
  const lines: string[] = [];
  let text = '';
  const flush = () => {
    if (text.trim()) lines.push(text.trim().replace(/\s+/g, ' '));
    text = '';
  };
  const visit = (node: Node): void => {
    if (node instanceof Text) text += node.data;
    if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return;
    if (node instanceof HTMLSlotElement) {
      const assigned = node.assignedNodes();
      (assigned.length > 0 ? assigned : [...node.childNodes]).forEach(visit);
      return;
    }
    const level = node.getAttribute('aria-level');
    const role =
      node.getAttribute('role') ??
      { ARTICLE: 'article', A: 'link', TIME: 'time', P: 'paragraph', IMG: 'image', BUTTON: 'button' }[node.tagName] ??
      node.tagName.replace(/^H(\d)$|.*/, (_, own?: string) => (own ? `heading ${own}` : ''));
    const line = role === 'none' ? '' : role;
    const detail = level ?? node.getAttribute('href') ?? node.getAttribute('datetime') ?? node.getAttribute('alt');
    const block = line !== '' || !(node.tagName === 'SPAN') || node.className === 'hidden';
    if (block) flush();
    if (line) lines.push([line, detail].filter(Boolean).join(' '));
    node.childNodes.forEach(visit);
    if (block) flush();
  };
  card.renderRoot.childNodes.forEach(visit);
  flush();
  return lines.join('\n');
}
