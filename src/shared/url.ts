/** The absolute URL, or null where it is no web address: `javascript:`, `data:` and the like are never followed. */
export function webUrl(value: string | null | undefined): URL | null {
  const url = value ? URL.parse(value, document.baseURI) : null;
  return /^https?:/.test(String(url)) ? url : null;
}
