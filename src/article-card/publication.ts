import type { Json } from './json.js';

/** What a document holds before anything is read into it. */
export interface Publication {
  /** Its articles. */
  nodes: Json[];
  /** What is said of all of them: their title, their author. */
  head: Json;
}
