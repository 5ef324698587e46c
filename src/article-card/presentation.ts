import { kept } from '../shared/kept.js';
import { warnAboutAttribute } from '../shared/warn.js';
import { dateStyles, type DateStyle } from './date-text.js';
import { readIso } from './iso-date.js';
import { followable } from './links.js';

const layouts = ['auto', 'vertical', 'horizontal', 'compact', 'full'] as const;
export type CardLayout = (typeof layouts)[number];

const levels: [number, ...number[]] = [3, 1, 2, 4, 5, 6];

/** What a card's attributes say of its looks, and some of its fields. */
interface Attributes {
  layout: CardLayout;
  headingLevel: number;
  dateStyle: DateStyle;
  timeZone: string | undefined;
  href: string | undefined;
  published: string | undefined;
  updated: string | undefined;
}

/** How the article is presented: as asked for, where that can be. */
export interface Presentation {
  layout: CardLayout;
  level: number;
  dateStyle: DateStyle;
  timeZone: string | undefined;
}

/** Tells the webmaster about attributes that cannot be what they say; the card goes on without them. */
export function presentationOf(card: Element & Attributes): Presentation {
  const { timeZone } = card;
  const expect = (attribute: string, isRight: unknown, advice: string) => {
    if (!isRight) warnAboutAttribute(card, attribute, `must be ${advice}.`);
    return isRight;
  };
  const oneOf = <Value>(attribute: string, value: Value, values: readonly [Value, ...Value[]]) =>
    expect(attribute, values.includes(value), values.join(', ')) ? value : values[0];
  expect('href', !card.href || followable(card.href), 'http(s), mailto or relative');
  for (const name of ['published', 'updated'] as const) {
    expect(name, !card[name] || readIso(card[name]), 'ISO 8601, such as 2017-12-16T06:04+07:00');
  }
  return {
    layout: oneOf('layout', card.layout, layouts),
    level: oneOf('heading-level', card.headingLevel, levels),
    dateStyle: oneOf('date-style', card.dateStyle, dateStyles),
    timeZone: expect('time-zone', isTimeZone(timeZone), 'an IANA name, such as Asia/Ho_Chi_Minh')
      ? timeZone
      : undefined,
  };
}

const zones = new Map<string, boolean>();

/** Asking `Intl` is slow, and the cards of a page ask for the same zone. */
function isTimeZone(timeZone: string | undefined): boolean {
  return (
    timeZone === undefined ||
    kept(zones, timeZone, () => {
      try {
        return !!new Intl.DateTimeFormat('en', { timeZone });
      } catch {
        return false;
      }
    })
  );
}
