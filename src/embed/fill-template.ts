const svg = 'http://www.w3.org/2000/svg';
const piece = /<(\?[^>]*)>|<([a-z][\w-]*)((?:"[^"]*"|[^">])*)>|<\/[^>]*>|[^<]+/g;
const attribute = /([^\s=/]+)(?:=(?:"([^"]*)"|([^\s"]+)))?/g;

/**
 * Builds what a Lit template says, node by node. Lit itself uses `innerHTML`, which pages with Trusted Types allow under a
 * policy at most; creating nodes needs none, in any browser. It reads what our own templates are made of, and a test holds
 * every one of them against the browser's parser.
 */
export function fillTemplate(template: HTMLTemplateElement, html: string): HTMLTemplateElement {
  const { content } = template;
  // The template's own document, in which nothing is loaded and no element comes to life.
  const inert = content.ownerDocument;
  let place: Node = content;
  for (const [text, marker, name, attributes = ''] of html.matchAll(piece)) {
    if (marker) place.appendChild(inert.createComment(marker));
    else if (name) {
      const namespace = name === 'svg' ? svg : ((place as Element).namespaceURI ?? 'http://www.w3.org/1999/xhtml');
      const element = inert.createElementNS(namespace, name);
      for (const [, key = '', quoted, bare] of attributes.matchAll(attribute)) {
        // Lit takes what `@`, `.` and `?` mean from its own list; older browsers refuse them in names.
        element.setAttribute(key.replace(/^[@.?]/, '_'), quoted ?? bare ?? '');
      }
      place.appendChild(element);
      if (!/^(?:br|img|input)$/.test(name) && !attributes.endsWith('/')) place = element;
    } else if (text.startsWith('<')) place = place.parentNode ?? content;
    else place.appendChild(inert.createTextNode(text));
  }
  return template;
}
