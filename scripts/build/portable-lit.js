/**
 * Makes the bundled Lit run on the strictest hosts. Only in the self-contained files; elsewhere the host's bundler brings
 * the host's own Lit.
 *
 * Lit fills its templates by `innerHTML`, under a Trusted Types policy named `lit-html` that it asks for when it is
 * loaded; that throws where the host's Lit has taken the name or the host allows none, and no element upgrades.
 * `setHTML()` needs no policy, and with nothing but its own baseline removed it leaves a Lit template whole. Where it is
 * missing, the policy has our own name, and Lit goes without when it is refused.
 *
 * @see https://wicg.github.io/sanitizer-api/
 * @returns {import('rollup').Plugin}
 */
export function portableLit() {
  /** @type {[RegExp, string][]} */
  const changes = [
    [
      /(\w+)\?\1\.createPolicy\("lit-html",(\{createHTML:\w+=>\w+\})\):void 0/,
      '(()=>{try{return Element.prototype.setHTML?void 0:$1?.createPolicy("sao-widgets",$2)}catch{}})()',
    ],
    [
      /return (\w+)\.innerHTML=(\w+),\1\}/,
      'return $1.setHTML?$1.setHTML($2,{sanitizer:{comments:!0,removeElements:[],removeAttributes:[]}}):$1.innerHTML=$2,$1}',
    ],
  ];
  return {
    name: 'portable-lit',
    transform(code, id) {
      if (!/lit-html[/\\]lit-html\.js$/.test(id)) return null;
      let portable = code;
      for (const [pattern, replacement] of changes) {
        if (!pattern.test(portable)) this.error(`lit-html reads differently now: ${pattern} is not in it.`);
        portable = portable.replace(pattern, replacement);
      }
      return { code: portable, map: null };
    },
  };
}
