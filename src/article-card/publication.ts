import type { Json } from './json.js';

/** What a document holds before anything is read into it: its articles as bare data, and its title. */
export interface Publication {
  nodes: Json[];
  title?: unknown;
}
