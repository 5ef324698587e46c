import { kept } from '../../shared/kept.js';

/** What `html` makes of a template literal: its strings, which are the same at each call, and what stands between them. */
export interface TemplateResult {
  strings: TemplateStringsArray;
  contents: unknown[];
}

export const html = (strings: TemplateStringsArray, ...contents: unknown[]): TemplateResult => ({ strings, contents });

/** Stands for a value; no HTML can contain it. */
export const gap = '\0';

/** A start tag with its attributes, an end tag, a text or a gap, as a template has them one after another. */
export type Piece = [
  text: string,
  /** Of a start tag. */
  name: string | undefined,
  attributes: [name: string, value: string][],
  /** Whether nothing can be in it. */
  isVoid: boolean,
];

const pieces = /<([\w-]*)([^>]*)>|\0|[^<\0]+/g;
const attributes = /([^\s=/]+)(?:="?(\0|[^"]*)"?)?/g;
const known = new WeakMap<TemplateStringsArray, Piece[]>();

/** Reads a template, once. It knows the HTML that our own templates are made of; a test holds each against the browser's. */
export const piecesOf = (strings: TemplateStringsArray): Piece[] =>
  kept(known, strings, () =>
    [...strings.join(gap).matchAll(pieces)].map(([text, name, written = '']) => [
      text,
      name,
      [...written.matchAll(attributes)].map(([, key = '', value = '']) => [key, value]),
      /^<img|\/>$/.test(text),
    ]),
  );
