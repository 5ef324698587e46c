/** The absolute URL of a link that may be followed: the web, mail, or relative to the base; never `javascript:` or `data:`. */
export function followable(value: string | null | undefined, base: string = document.baseURI): URL | undefined {
  const url = value ? URL.parse(value, base) : null;
  return url && /^(https?|mailto):$/.test(url.protocol) ? url : undefined;
}
