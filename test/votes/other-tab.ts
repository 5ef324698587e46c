import type { configure, Configuration } from '../../src/shared/configuration.js';
import type { Votes } from '../../src/votes/votes.js';
import { waitUntil } from '../wait-until.js';

export interface Tab {
  votes: Votes;
  configure: typeof configure;
  window: Window & typeof globalThis;
}

const open = new Set<HTMLIFrameElement>();

/**
 * A tab of the site: a page of its own, which reaches the endpoint through this one.
 * @param markup with ratings, if any
 * @param configured what the page says before it loads them
 */
export async function openTab(markup = '', configured: Partial<Configuration> = {}): Promise<Tab> {
  const [votes, configuration, rating] = ['votes', 'shared/configuration', 'star-rating'].map(
    (module) => new URL(`../../src/${module}.ts`, import.meta.url).href,
  );
  const frame = document.createElement('iframe');
  frame.srcdoc = `<script type="module">
    import { configure } from '${configuration}';
    globalThis.fetch = (...request) => parent.fetch(...request);
    configure(${JSON.stringify(configured)});
    const { votes } = await import('${votes}');
    const markup = ${JSON.stringify(markup)};
    if (markup) await import('${rating}');
    document.body.innerHTML = markup;
    globalThis.tab = { votes, configure, window };
  </script>`;
  open.add(frame);
  document.body.append(frame);
  const { contentWindow } = frame as unknown as { contentWindow: { tab?: Tab } };
  await waitUntil(() => contentWindow.tab, 'The tab did not load.');
  const { tab } = contentWindow;
  if (!tab) throw new Error('The tab was closed.');
  return tab;
}

/** Closes all of them. */
export function closeTabs(): void {
  for (const frame of open) frame.remove();
  open.clear();
}
