import createPurifier from 'dompurify';

/**
 * The sanitiser for browsers without `Element.setHTML`, in a file of its own so that nobody else pays for it. Of a
 * frameset nothing is left.
 */
export function sanitize(html: string, elements: string[], attributes: string[]): DocumentFragment | null {
  return createPurifier.sanitize(html, {
    ALLOWED_TAGS: elements,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
}
