import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import ts from 'typescript';
import { internalNames } from '../../scripts/build/internal-names.js';
import { filesEndingIn } from '../../scripts/test/files.js';

const source = filesEndingIn('src', '.ts').filter((file) => !/^src\/(endpoint|locales)/.test(file));
const libraries = readdirSync('node_modules/typescript/lib')
  .filter((file) => /^lib\.(dom|es\d).*\.d\.ts$/.test(file))
  .map((file) => `node_modules/typescript/lib/${file}`);

/** The words of a file that are no comment; the members are those of its interfaces. */
function wordsOf(file: string): Record<'identifiers' | 'members' | 'strings', Set<string>> {
  const [identifiers, members, strings] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const visit = (node: ts.Node) => {
    if (ts.isIdentifier(node)) identifiers.add(node.text);
    else if (ts.isStringLiteralLike(node)) strings.add(node.text);
    if (ts.isTypeElement(node) && node.name) members.add(node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true));
  return { identifiers, members, strings };
}

/** Which of the internal names are among others. */
const among = (names: Iterable<string>) => internalNames.filter((name) => new Set(names).has(name));

suite('the names that the self-contained files shorten', () => {
  test('are all in use, each once on the list', () => {
    const used = new Set(source.flatMap((file) => [...wordsOf(file).identifiers]));
    assert.deepEqual(
      internalNames.filter((name, index) => !used.has(name) || internalNames.indexOf(name) !== index),
      [],
    );
  });

  test('are no names of the DOM or the language', () => {
    assert.ok(libraries.length > 10);
    assert.deepEqual(among(libraries.flatMap((file) => [...wordsOf(file).members])), []);
  });

  test('are in no string', () => {
    assert.deepEqual(among(source.flatMap((file) => [...wordsOf(file).strings])), []);
  });

  test('do not occur in what is stored, sent, or shared with other copies', () => {
    const shared = source.filter((file) => /\/(votes|words)\/|\/(words|page|configuration)\.ts$/.test(file));
    assert.ok(shared.length > 40);
    assert.deepEqual(among(shared.flatMap((file) => [...wordsOf(file).identifiers])), []);
  });

  test('are nothing that the manifest names', () => {
    const names: string[] = [];
    JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'), (key, value: unknown) => {
      if (key === 'name') names.push(String(value));
      return value;
    });
    assert.ok(names.includes('keepAliveUrl') && names.includes('sao-vote'));
    assert.deepEqual(among(names), []);
  });

  test('are in no exported type', () => {
    const entries = ['index', 'star-rating', 'article-card', 'session-timeout-banner', 'votes'];
    const program = ts.createProgram(
      entries.map((entry) => `dist/${entry}.d.ts`),
      { moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext, skipLibCheck: true },
    );
    const checker = program.getTypeChecker();
    const names = entries.flatMap((entry) => {
      const file = program.getSourceFile(`dist/${entry}.d.ts`);
      const module = file && checker.getSymbolAtLocation(file);
      // The elements' members are in the manifest; the rest of a class is inherited, or no promise.
      const exported = module ? checker.getExportsOfModule(module) : [];
      const types = exported
        .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
        .filter(({ flags }) => !(flags & ts.SymbolFlags.Class));
      return types.flatMap((symbol) =>
        checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol)).map(({ name }) => name),
      );
    });
    assert.ok(names.includes('castAt') && names.includes('imageAlt'));
    assert.deepEqual(among(names), []);
  });
});
