/** Reading of JSON from elsewhere, where nothing may be taken for granted. */
export type Json = Record<string, unknown>;

/** The value as a list: nothing is empty, one is a list of one. */
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** The value where it is an object, else an empty one. */
export const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});

/** Its text, if it has any; ids and years may be written as numbers. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined;

/** Plain text as HTML, a paragraph per line. */
export const paragraphs = (plain: string | undefined): string | undefined =>
  plain
    ?.replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/.*\S.*/g, '<p>$&</p>');
