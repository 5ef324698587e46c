import manifest from '../../dist/custom-elements.json';

interface Described {
  name: string;
  description?: string;
}

/** A `--sao-*` custom property, as the element's own JSDoc describes it. */
export interface Token extends Described {
  default?: string;
}

/** What an element lets its host style. */
export interface Styleable {
  tag: string;
  tokens: Token[];
  parts: Described[];
  states: Described[];
}

interface Declaration {
  tagName: string;
  cssProperties?: Token[];
  cssParts?: Described[];
  cssStates?: Described[];
}

const { modules } = manifest as unknown as { modules: { declarations: Declaration[] }[] };

/** All elements with their tokens, parts and states: from the manifest, so that none can be forgotten here. */
export const styleables: Styleable[] = modules
  .flatMap(({ declarations }) => declarations)
  .map(({ tagName, cssProperties = [], cssParts = [], cssStates = [] }) => ({
    tag: tagName,
    tokens: cssProperties,
    parts: cssParts,
    states: cssStates,
  }));

/** Whether a token takes a colour: its last word says so. */
export const isColour = ({ name }: Token): boolean => /(color|accent|background|focus|button)$/.test(name);
