// Results as a table on the terminal, as JSON and a picture in docs/benchmarks, and all together in its README.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { format } from 'prettier';
import { launchChromium } from './browser.js';
import { drawFigures, shortNumber } from './chart.js';

/**
 * @typedef {import('./statistics.js').Figure} Figure
 * @typedef {object} Target
 * @property {string} text
 * @property {number} limit
 * @property {number} value
 *
 * @typedef {object} Result
 * @property {Figure[]} figures
 * @property {Target[]} targets
 * @property {string[]} notes
 * @property {string[]} [drawn] the measures in the picture, else all
 * @property {Table[]} [tables] instead of those that are made of the figures
 *
 * @typedef {{ title: string, columns: string[], rows: string[][] }} Table
 * @typedef {{ part: string, about: string, date: string, machine: string, quick: boolean, seconds: number } & Result} Report
 */

const folder = 'docs/benchmarks';

export async function describeMachine() {
  const browser = await launchChromium();
  const version = browser.version();
  await browser.close();
  const model = cpus()[0]?.model.trim() ?? 'unknown CPU';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores of ${model}, ${memory} GB, ${type()} ${release()}, Chromium ${version}, Node ${process.version}`;
}

/** @param {Figure} figure */
const cell = ({ median, low, high, count }) =>
  count > 1 ? `${shortNumber(median)} (${shortNumber(low)}–${shortNumber(high)})` : shortNumber(median);

/** Subjects down, measures across; measures of other subjects make another table. @param {Result} result @returns {Table[]} */
export function tablesOf({ figures, tables }) {
  if (tables) return tables;
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const measure of new Set(figures.map((figure) => figure.measure))) {
    const subjects = figures.filter((figure) => figure.measure === measure).map(({ subject }) => subject);
    const key = JSON.stringify([...subjects].sort());
    groups.set(key, [...(groups.get(key) ?? []), measure]);
  }
  return [...groups.values()].map((measures) => {
    const units = measures.map((measure) => figures.find((figure) => figure.measure === measure)?.unit);
    const subjects = new Set(figures.filter(({ measure }) => measures.includes(measure)).map(({ subject }) => subject));
    return {
      title: '',
      columns: ['', ...measures.map((measure, index) => (units[index] ? `${measure} [${units[index]}]` : measure))],
      rows: [...subjects].map((subject) => [
        subject,
        ...measures.map((measure) => {
          const figure = figures.find((each) => each.measure === measure && each.subject === subject);
          return figure ? cell(figure) : '';
        }),
      ]),
    };
  });
}

/** @param {Target} target */
const verdict = ({ value, limit }) => (value <= limit ? 'met' : 'missed');

/** @param {Report} report */
export function printReport(report) {
  console.log(`\n${report.part}${report.quick ? ' (quick: one round, no more than a smoke test)' : ''}`);
  for (const { title, columns, rows } of tablesOf(report)) {
    if (title) console.log(title);
    console.table(
      Object.fromEntries(
        rows.map(([name, ...cells]) => [
          name,
          Object.fromEntries(cells.map((text, index) => [columns[index + 1], text])),
        ]),
      ),
    );
  }
  for (const target of report.targets) {
    console.log(`${verdict(target).padEnd(6)} ${target.text}: ${shortNumber(target.value)}, at most ${target.limit}`);
  }
  for (const note of report.notes) console.log(note);
}

/** @param {Report} report */
export async function saveReport(report) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}/${report.part}.json`,
    await format(JSON.stringify(report), { parser: 'json', printWidth: 120 }),
  );
  writeFileSync(`${folder}/${report.part}.svg`, await drawFigures(report.part, report.figures, report.drawn));
}

/** @param {Table} table */
const asMarkdown = ({ title, columns, rows }) =>
  [
    ...(title ? [`${title}\n`] : []),
    ...[columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');

/** The page that shows what was last measured of each part. @param {readonly string[]} parts */
export async function writeOverview(parts) {
  const sections = parts
    .filter((part) => existsSync(`${folder}/${part}.json`))
    .map((part) => {
      const report = /** @type {Report} */ (JSON.parse(readFileSync(`${folder}/${part}.json`, 'utf8')));
      const { about, date, machine, seconds, quick, targets, notes } = report;
      const header = `## ${part}\n\n${about}\n\n${date}, ${Math.round(seconds)} s, on ${machine}.${quick ? ' **Quick: one round, no more than a smoke test.**' : ''}`;
      const picture = `![${part}](${part}.svg)`;
      const goals = targets.map(
        (target) => `- ${verdict(target)}: ${target.text}: ${shortNumber(target.value)}, at most ${target.limit}`,
      );
      return [header, picture, ...tablesOf(report).map(asMarkdown), goals.join('\n'), notes.join('\n\n')]
        .filter(Boolean)
        .join('\n\n');
    });
  const introduction = `# Benchmarks

Written by \`npm run bench\`; \`npm run bench -- rendering\` measures one part anew. Each figure is a median with its spread in brackets (the least and the greatest, from ten values on the tenth and ninetieth percentile). Subjects are measured in turns within each round, so that what else happens on the machine happens to all: compare within a run, not between two. What is missed, and why: [targets.md](targets.md).`;
  writeFileSync(
    `${folder}/README.md`,
    await format([introduction, ...sections].join('\n\n'), { parser: 'markdown', printWidth: 120 }),
  );
}
