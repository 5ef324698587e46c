import type { Store } from './store.js';
import type { Tally } from './wire.js';
import type { Upkeep } from './command-line.js';

type Print = (text: string) => void;

/** A cell that a spreadsheet takes for text: anybody can vote on an article named `=…`, which would be a formula. */
function cell(text: string): string {
  const harmless = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const stars = Array.from({ length: 10 }, (_, index) => index);

function csvLine({ article, sum, count, histogram }: Tally): string {
  return [cell(article), sum, count, ...stars.map((star) => histogram[star] ?? 0)].join(',');
}

async function printTallies(store: Store, format: 'csv' | 'json', print: Print): Promise<void> {
  if (format === 'csv') {
    print(['article', 'sum', 'count', ...stars.map((star) => `votes_${star + 1}`)].join(','));
    for await (const tally of store.allTallies()) print(csvLine(tally));
    return;
  }
  // One tally a line: valid JSON as a whole, and no more than a line in memory.
  let before = '[';
  for await (const tally of store.allTallies()) {
    print(before + JSON.stringify(tally));
    before = ',';
  }
  print(before === '[' ? '[]' : ']');
}

/** Does what the command was asked for instead of serving. */
export async function perform(task: Upkeep, store: Store, print: Print): Promise<void> {
  switch (task.name) {
    case 'recount': {
      const wrong = await store.recount();
      const verdict = `${wrong.length} tallies were wrong and are repaired:`;
      print([wrong.length === 0 ? 'Every tally is what its votes say.' : verdict, ...wrong].join('\n'));
      break;
    }
    case 'export':
      await printTallies(store, task.format, print);
      break;
    case 'export-voter':
      print(JSON.stringify(await store.votesOf(task.voter), null, 2));
      break;
    case 'erase':
      print(`${await store.erase(task.voter)} votes erased.`);
  }
}
