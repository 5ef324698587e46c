/** Where the page is. A frame with `srcdoc`, or one that a script wrote, is part of the page around it. */
export function pageUrl(): URL {
  const { href } = location;
  return new URL(href.startsWith('about:') ? document.baseURI : href);
}
