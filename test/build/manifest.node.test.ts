import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { filesEndingIn } from '../../scripts/test/files.js';

interface Named {
  name: string;
  description?: string;
  type?: { text: string };
  default?: string;
}

type Member = Named & { kind: string; attribute?: string };

interface Listed extends Named {
  tagName: string;
  members: Member[];
  attributes: (Named & { fieldName: string })[];
  events: Named[];
  cssParts: Named[];
  cssStates: Named[];
  cssProperties: Named[];
  slots?: Named[];
}

const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
  modules: { path: string; declarations: Listed[] }[];
};
const elements = new Map(manifest.modules.flatMap(({ declarations }) => declarations).map((one) => [one.tagName, one]));

/** What the public contract promises. */
const promised: Record<string, Record<'attributes' | 'events' | 'cssParts' | 'cssStates' | 'slots', string>> = {
  'sao-star-rating': {
    attributes:
      'article endpoint protocol token max value average count label readonly disabled required once name summary histogram',
    events: 'input change sao-vote sao-vote-sent sao-vote-rejected',
    cssParts: 'base stars star symbol summary status histogram',
    cssStates: 'voted pending sent rejected loading',
    slots: ' symbol',
  },
  'sao-article-card': {
    attributes:
      'article href heading lead image image-alt published updated author section source source-href src item for layout heading-level image-ratio date-style time-zone rating structured-data',
    events: 'sao-load sao-error',
    cssParts: 'base media image section heading link meta date source lead body rating actions error skeleton',
    cssStates: 'loading error empty',
    slots: ' heading image lead source rating actions',
  },
  'sao-session-timeout-banner': {
    attributes:
      'timeout warning expires-at max-session status-url keep-alive-url sign-out-url sign-in-url expired-url allow-origins activity session on-expired modal',
    events:
      'sao-session-warning sao-session-extended sao-session-extend-failed sao-session-expiring sao-session-expired',
    cssParts: 'base message countdown extend sign-out',
    cssStates: 'idle warning extending offline expired',
    slots: '',
  },
};

const namesOf = (list: Named[] = []) => list.map(({ name }) => name).sort();

suite('custom-elements.json', () => {
  for (const [tag, lists] of Object.entries(promised)) {
    const element = elements.get(tag);
    if (!element) throw new Error(`no ${tag}`);

    for (const [kind, names] of Object.entries(lists)) {
      test(`lists the ${kind} of <${tag}>, each with what it is`, () => {
        const found = element[kind as keyof typeof lists];
        assert.deepEqual(namesOf(found), names === '' ? [] : names.split(' ').sort());
        assert.deepEqual(namesOf(found?.filter(({ description }) => !description)), []);
      });
    }

    test(`knows the property and the type of each attribute of <${tag}>`, () => {
      const camelCase = (attribute: string) => attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      for (const { name, type } of element.attributes) {
        const member: Member | undefined = element.members.find(({ attribute }) => attribute === name);
        assert.equal(member?.name, camelCase(name));
        assert.ok(member.description, name);
        assert.ok(type?.text && member.type?.text, name);
      }
    });

    test(`gives the defaults of <${tag}> as values, not as names of the source`, () => {
      for (const { name, default: value } of [...element.attributes, ...element.members]) {
        assert.match(value ?? "''", /^('.*'|\d+|true|false|null|first)$/, name);
      }
    });
  }

  test('lists the tokens that the style sheets read, and no others', () => {
    const styles = filesEndingIn('src', '.styles.ts').map((file) => readFileSync(file, 'utf8'));
    const read = new Set(styles.flatMap((text) => text.match(/(?<=var\(\s*)--sao-[\w-]+/g) ?? []));
    assert.deepEqual(
      [...elements.values()].flatMap(({ cssProperties }) => namesOf(cssProperties)).sort(),
      [...read].sort(),
    );
  });
});
