/** Reading of data from elsewhere, where nothing may be taken for granted. */
export type Json = Record<string, unknown>;

/** The value as a list: nothing is empty, one is a list of one. */
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);

/** The value where it is an object, else an empty one. */
export const object = (value: unknown): Json => Object(value) as Json;
