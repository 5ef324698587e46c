/**
 * A page cannot force colours on itself. It can show what the widgets' own rules for forced colours do, by letting those
 * rules apply always; the colours are the system's then, in the scheme in force.
 */
const condition = '(forced-colors: active)';
const changed = new Set<CSSMediaRule>();

export function showForcedColors(on: boolean): void {
  if (!on) {
    for (const rule of changed) rule.media.mediaText = condition;
    changed.clear();
    return;
  }
  // After the widgets have rendered, for until then there are no style sheets to look through.
  requestAnimationFrame(() => {
    for (const element of document.querySelectorAll('*')) {
      for (const sheet of element.shadowRoot?.adoptedStyleSheets ?? []) apply(sheet.cssRules);
    }
  });
}

function apply(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (!(rule instanceof CSSMediaRule) || rule.media.mediaText !== condition) continue;
    rule.media.mediaText = 'all';
    changed.add(rule);
  }
}
