import type { Configuration } from './configuration.js';
import { version } from './version.js';

/** Words of one language, by the widget that speaks them. */
export type LanguageWords = Record<string, object>;

/**
 * What all copies of the library on one page share, so that a script per element, a script loaded twice and a language
 * file loaded from elsewhere act as one. Plain data, because a copy of another version must be able to read it.
 */
export interface Page {
  /** The version of the first copy, which defined the elements. */
  readonly version: string;
  readonly configuration: Configuration;
  readonly languages: Map<string, LanguageWords>;
  /** Called after the configuration or the languages changed. */
  readonly listeners: Set<() => void>;
  /** Messages already given, so that each is given once. */
  readonly said: Set<string>;
}

/** A symbol on the document is neither a global nor visible to the host's own loops over names. */
const key = Symbol.for('sao-widgets');

function openPage(): Page {
  const fresh = { version, configuration: {}, languages: new Map(), listeners: new Set(), said: new Set() } as Page;
  try {
    return ((document as unknown as { [key]: Page | undefined })[key] ??= fresh);
  } catch {
    // On a server there is no document and nothing to share; a host that froze its own keeps one page per copy.
    return fresh;
  }
}

export const page = openPage();

/** Tells every copy that something they share changed. */
export function announcePageChange(): void {
  for (const listener of [...page.listeners]) listener();
}
