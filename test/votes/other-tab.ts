import type { configure } from '../../src/shared/configuration.js';
import type { Votes } from '../../src/votes/votes.js';

export interface Tab {
  votes: Votes;
  configure: typeof configure;
  window: Window & typeof globalThis;
}

const open = new Set<HTMLIFrameElement>();

/** A tab of the site: a page of its own, which reaches the endpoint through this one. */
export async function openTab(): Promise<Tab> {
  const [votes, configuration] = ['votes', 'shared/configuration'].map(
    (module) => new URL(`../../src/${module}.ts`, import.meta.url).href,
  );
  const frame = document.createElement('iframe');
  frame.srcdoc = `<script type="module">
    import { votes } from '${votes}';
    import { configure } from '${configuration}';
    globalThis.fetch = (...request) => parent.fetch(...request);
    globalThis.tab = { votes, configure, window };
  </script>`;
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  open.add(frame);
  document.body.append(frame);
  await loaded;
  return (frame.contentWindow as unknown as { tab: Tab }).tab;
}

/** Closes all of them. */
export function closeTabs(): void {
  for (const frame of open) frame.remove();
  open.clear();
}
