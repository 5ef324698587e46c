import { closestAcross } from './closest.js';
import { kept } from './kept.js';
import { announcePageChange, page, type LanguageWords } from './page.js';

/** One text per plural category of the language; `other` always. @see https://cldr.unicode.org/index/cldr-spec/plural-rules */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Adds a language, or more words to one: `addLanguage('fr', { rating: {…}, card: {…}, session: {…} })`. */
export function addLanguage(tag: string, words: LanguageWords): void {
  page.languages.set(tag, { ...page.languages.get(tag), ...words });
  announcePageChange();
}

/** The nearest `lang`, looked for through shadow hosts too; else the browser's language. */
export function languageOf(element: Element): string {
  try {
    return String(new Intl.Locale(closestAcross(element, '[lang]')?.getAttribute('lang') ?? navigator.language));
  } catch {
    // A host's typing error must not take the widget down.
    return 'en';
  }
}

/** One for all widgets of a page, which may be thousands. */
let observer: MutationObserver | undefined;

/** Announces it when a `lang` anywhere above the element changes. */
export function watchLanguage(element: Element): void {
  observer ??= new MutationObserver(announcePageChange);
  let root: Node | undefined = element.getRootNode();
  while (root) {
    observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    root = (root as Partial<ShadowRoot>).host?.getRootNode();
  }
}

/**
 * The words of the language, of its base language (`fr` for `fr-CA`), else English, and the tag by whose rules their
 * plurals and numbers go.
 */
export function wordsIn<Words extends object>(
  builtIn: { en: Words } & Record<string, Words>,
  widget: string,
  tag: string,
): [words: Words, tag: string] {
  const find = (name: string) => (page.languages.get(name)?.[widget] as Words | undefined) ?? builtIn[name];
  const words = find(tag) ?? find(tag.replace(/-.*/, ''));
  return words ? [words, tag] : [builtIn.en, 'en'];
}

/** Making one is slow, so each is kept. */
const formats = new Map<string, Intl.NumberFormat>();
const plurals = new Map<string, Intl.PluralRules>();

/** A number in the language's own digits and separators, with a fixed number of decimals. */
export function formatNumber(value: number, tag: string, decimals = 0): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return kept(formats, `${tag} ${decimals}`, () => new Intl.NumberFormat(tag, digits)).format(value);
}

/** Fills `{name}` places; a plural text is chosen by `count`. Numbers are written as the language writes them. */
export function fill(text: string | Plural, values: Record<string, string | number>, tag: string, count = 0): string {
  const template =
    typeof text === 'string'
      ? text
      : (text[kept(plurals, tag, () => new Intl.PluralRules(tag)).select(count)] ?? text.other);
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name] ?? place;
    return typeof value === 'number' ? formatNumber(value, tag) : value;
  });
}
