/** Reading of data from elsewhere, where nothing may be taken for granted. */
export type Json = Record<string, unknown>;

/** The value as a list: nothing is empty, one is a list of one. */
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);

/** The value where it is an object, else an empty one. */
export const object = (value: unknown): Json => Object(value) as Json;

/** Where the formats keep the words and the address of a thing that is more than a text. */
const wordKeys = 'text name title label term';
export const addressKeys = 'url contentUrl href @id text';

/** All texts under any of the names, in their order; ids and years may be written as numbers. */
export const find = (node: Json, names: string, keys = wordKeys): string[] =>
  names
    .split(' ')
    .flatMap((name) => list(node[name]))
    .flatMap((value) =>
      Object(value) === value ? find(object(value), keys, keys).slice(0, 1) : String(value).trim() || [],
    );
