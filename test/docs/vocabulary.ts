import { readFileSync } from 'node:fs';

interface Named {
  name: string;
}

interface Declaration {
  tagName: string;
  attributes: Named[];
  slots?: Named[];
  cssParts?: Named[];
  cssStates?: Named[];
  cssProperties?: Named[];
}

const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
  modules: { declarations: Declaration[] }[];
};
const declarations = modules.flatMap(({ declarations }) => declarations);
const everywhere = new Set(['id', 'class', 'style', 'lang', 'dir', 'hidden', 'slot', 'title']);
const has = (things: Named[] | undefined, name: string) => things?.some((thing) => thing.name === name) ?? false;

/** Which attributes of our elements in the markup there are none of: a browser would pass over them in silence. */
export function unknownAttributes(html: string): string[] {
  return [...html.matchAll(/<(sao-[\w-]+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/g)].flatMap(([, tag = '', text = '']) => {
    const element = declarations.find(({ tagName }) => tagName === tag);
    if (!element) return [`<${tag}>`];
    const names = [...text.matchAll(/([\w-]+)(?:="[^"]*")?/g)].map(([, name = '']) => name);
    return names
      .filter((name) => !everywhere.has(name) && !has(element.attributes, name))
      .map((name) => `<${tag} ${name}>`);
  });
}

/** Which tokens, parts and states in the style sheet there are none of. */
export function unknownStyles(css: string): string[] {
  const tokens = [...css.matchAll(/--sao-[\w-]+/g)]
    .map(([token]) => token)
    .filter((token) => !declarations.some(({ cssProperties }) => has(cssProperties, token)));
  const pieces = [...css.matchAll(/(sao-[\w-]+)((?:::?(?:part|state)\([\w-]+\))+)/g)].flatMap(
    ([, tag, pseudos = '']) => {
      const element = declarations.find(({ tagName }) => tagName === tag);
      return [...pseudos.matchAll(/(part|state)\(([\w-]+)\)/g)]
        .filter(([, kind, name = '']) => !has(kind === 'part' ? element?.cssParts : element?.cssStates, name))
        .map(([pseudo]) => `${tag ?? ''} ${pseudo}`);
    },
  );
  return [...tokens, ...pieces];
}
