import { kept } from '../shared/kept.js';
import { warnAboutAttribute } from '../shared/warn.js';
import { dateStyles, type DateStyle } from './date-text.js';
import { followable } from './links.js';
import { readDate } from './written-date.js';

const layouts = ['auto', 'vertical', 'horizontal', 'compact', 'full'] as const;
export type CardLayout = (typeof layouts)[number];

/** How the article is presented: as asked for, where that can be. */
export interface Presentation {
  layout: CardLayout;
  headingLevel: number;
  imageRatio: number;
  dateStyle: DateStyle;
  timeZone: string | undefined;
}

/** What holds where an attribute says nothing, or nothing that can be. */
export const usual = { layout: 'auto', headingLevel: 3, imageRatio: '16/9', dateStyle: 'long' } as const;

/** What an attribute comes to, nothing where it cannot be what it says; and the words for what it can be. */
type Check = readonly [read: (given: unknown) => unknown, advice: string];

const oneOf = (values: readonly unknown[]): Check => [
  (given) => values.find((value) => value === given),
  values.join(', '),
];

const address: Check = [(given) => followable(given as string), 'http(s), mailto or relative'];

const date: Check = [(given) => readDate(given as string), 'ISO 8601, such as 2017-12-16T06:04+07:00'];

function ratioOf(given: unknown): unknown {
  const [width, height = 1] = String(given).split(/[/:]/).map(Number);
  const ratio = Number(width) / height;
  return ratio > 0 && ratio < Infinity ? ratio : undefined;
}

const zones = new Map<unknown, unknown>();

/** Asking `Intl` is slow, and the cards of a page ask for the same zone. */
const zoneOf = (timeZone: unknown) =>
  kept(zones as Map<string, unknown>, timeZone as string, () => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: timeZone as string });
      return timeZone;
    } catch {
      return undefined;
    }
  });

const checks: Record<string, Check> = {
  href: address,
  image: address,
  sourceHref: address,
  published: date,
  updated: date,
  layout: oneOf(layouts),
  headingLevel: oneOf([1, 2, 3, 4, 5, 6]),
  imageRatio: [ratioOf, 'width to height, such as 16/9'],
  dateStyle: oneOf(dateStyles),
  timeZone: [zoneOf, 'an IANA name, such as Asia/Ho_Chi_Minh'],
};

/** Reads the card's attributes, and tells the webmaster about those that cannot be what they say. */
export function presentationOf(card: Element): Presentation {
  const entries = Object.entries(checks).map(([name, [read, advice]]) => {
    const [given, fallback] = [card, usual].map((from) => (from as unknown as Record<string, unknown>)[name] ?? '');
    // Most attributes are not there, and reading is not free.
    const valueOf = (what: unknown) => (what === '' ? undefined : read(what));
    const value = valueOf(given);
    if (given !== '' && value === undefined) {
      warnAboutAttribute(card, name, `must be ${advice}.`);
    }
    return [name, value ?? valueOf(fallback)] as const;
  });
  return Object.fromEntries(entries) as unknown as Presentation;
}
