const followed = ['http:', 'https:', 'mailto:'];

/** The absolute URL of a link that may be followed: the web, mail, or relative to the base; never `javascript:` or `data:`. */
export function followable(value: string | null | undefined, base: string = document.baseURI): URL | undefined {
  if (!value || !URL.canParse(value, base)) return undefined;
  const url = new URL(value, base);
  return followed.includes(url.protocol) ? url : undefined;
}
