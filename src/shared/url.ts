/** The absolute URL, or null where it is no web address: `javascript:`, `data:` and the like are never followed. */
export function webUrl(value: string | null | undefined, base: string = document.baseURI): URL | null {
  if (!value || !URL.canParse(value, base)) return null;
  const url = new URL(value, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}
