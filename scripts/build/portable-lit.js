import { resolve } from 'node:path';

/**
 * Makes the bundled Lit a guest that leaves no trace and works on the strictest hosts. Only in the self-contained files;
 * elsewhere the host's bundler brings the host's own Lit.
 *
 * *Strict hosts.* Lit fills its templates by `innerHTML`, under a Trusted Types policy named `lit-html` that it asks for
 * when it is loaded; that throws where the host's Lit has taken the name or the host allows none, and no element
 * upgrades. Here they are built node by node, which needs no policy.
 *
 * *No trace.* Lit counts its copies in four globals and adds `Symbol.metadata`, which throws where the host has frozen
 * the built-ins. All that serves polyfills, decorators and warnings that these files do not have.
 *
 * @returns {import('rollup').Plugin}
 */
export function portableLit() {
  return {
    name: 'portable-lit',
    transform(code, id) {
      const file = Object.keys(changes).find((name) => id.replaceAll('\\', '/').endsWith(name));
      if (!file) return null;
      let portable = code;
      for (const [pattern, replacement] of changes[file] ?? []) {
        // A new release of Lit may read differently: better no build than one that fails on strict hosts.
        if (!pattern.test(portable)) this.error(`${file} reads differently now: ${pattern} is not in it.`);
        portable = portable.replace(pattern, replacement);
      }
      return { code: portable, map: null };
    },
  };
}

/** What is replaced by what, per file of Lit. @type {Record<string, [RegExp, string][]>} */
const changes = {
  '/lit-html/lit-html.js': [
    [/^/, `import{fillTemplate}from${JSON.stringify(resolve('src/embed/fill-template.ts'))};`],
    [/(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\):void 0/, 'void 0'],
    [
      /const (\w+)=(\w+)\.createElement\("template"\);return \1\.innerHTML=(\w+),\1\}/,
      'return fillTemplate($2.createElement("template"),$3)}',
    ],
    // Bindings of a whole element and inside comments, which no template here has.
    [/else \w+\.startsWith\(\w+\)&&\(\w+\.push\(\{type:6.*?\)\)(?=;if)/, ''],
    [/else\{let (\w+)=-1;for\(;-1!==.*?\+=\w+\.length-1\}/, ''],
    [/:6===\w+\.type&&\(\w+=new \w+\(\w+,this,\w+\)\)/, ':0'],
    // The name of an attribute with a value to come ends so; older browsers refuse a `$` in it.
    [/"\$lit\$"/, '"_lit_"'],
    [/,(\w+)=\w+\.litHtmlPolyfillSupport;\1\?\.\(\w+,\w+\),\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ';'],
  ],
  '/reactive-element/reactive-element.js': [
    // Controllers and initializers, which nothing here has.
    [/static addInitializer\(\w+\)\{.*?\}(?=static get observedAttributes)/, ''],
    [/,void 0!==(\w+)\.l&&\(this\.l=\[\.\.\.\1\.l\]\)/, ''],
    [/,this\.constructor\.l\?\.forEach\((\w+)=>\1\(this\)\)/, ''],
    [/addController\(.*?\}(?=_\$E_\(\))/, ''],
    [/,this\._\$EO\?\.forEach\(\w+=>\w+\.hostConnected\?\.\(\)\)/, ''],
    [/this\._\$EO\?\.forEach\(\w+=>\w+\.hostDisconnected\?\.\(\)\)/, ''],
    [/this\._\$EO\?\.forEach\(\w+=>\w+\.hostUpdate\?\.\(\)\),/, ''],
    [/this\._\$EO\?\.forEach\(\w+=>\w+\.hostUpdated\?\.\(\)\),/, ''],
    [/(,\w+)=\w+\.reactiveElementPolyfillSupport/, '$1=void 0'],
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    [/const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{.*?\}(?=this\._\$Eh=new Map)/, ''],
    [/,\w+\?\.\(\{ReactiveElement:\w+\}\),\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  ],
  '/lit-element/lit-element.js': [
    [/,\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\);/, ';'],
    [/const (\w+)=\w+\.litElementPolyfillSupport;\1\?\.\(\{LitElement:\w+\}\);/, ''],
    [/\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ''],
  ],
  '/reactive-element/css-tag.js': [
    // Every browser of the last two years has constructable style sheets, the only kind that a strict CSP lets in.
    [/(const \w+=globalThis,\w+)=\w+\.ShadowRoot&&.*?(?=,\w+=Symbol\(\))/, '$1=!0'],
  ],
};
