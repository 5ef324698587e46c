import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { filesEndingIn } from './files.js';

/** All templates of the built elements: for each the tag that stands before it, and the strings between its values. */
export function builtTemplates() {
  /** @type {{ tag: string, strings: string[] }[]} */
  const templates = [];
  const folders = ['star-rating', 'article-card', 'session-timeout-banner', 'shared'];
  for (const file of folders.flatMap((folder) => filesEndingIn(`dist/${folder}`, '.js'))) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
    /** @param {ts.Node} node */
    const visit = (node) => {
      if (ts.isTaggedTemplateExpression(node)) {
        const tag = node.tag.getText(source);
        const { template } = node;
        const strings = ts.isNoSubstitutionTemplateLiteral(template)
          ? [template.text]
          : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
        if (tag === 'html' || tag === 'svg') templates.push({ tag, strings });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return templates;
}
