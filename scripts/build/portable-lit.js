/**
 * Lit asks for a Trusted Types policy named `lit-html` when it is loaded, and throws where the host's Lit has taken the
 * name or the policy allows none: no element would upgrade. The bundled copy asks under our own name, and goes without
 * when refused. Only in the self-contained files; elsewhere the host's bundler brings the host's Lit.
 * @returns {import('rollup').Plugin}
 */
export function portableLit() {
  const policy = /(\w+)\?\1\.createPolicy\("lit-html",(\{createHTML:\w+=>\w+\})\):void 0/;
  return {
    name: 'portable-lit',
    transform(code, id) {
      if (!/lit-html[/\\](development[/\\])?lit-html\.js$/.test(id)) return null;
      if (!policy.test(code)) this.error('lit-html creates its policy in another way now: adapt portable-lit.js.');
      return {
        code: code.replace(
          policy,
          (_, types, rules) => `(()=>{try{return ${types}?.createPolicy("sao-widgets",${rules})}catch{}})()`,
        ),
        map: null,
      };
    },
  };
}
