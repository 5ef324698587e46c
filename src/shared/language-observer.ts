/**
 * One observer for all widgets of a page: it wakes them when a `lang` or `dir` anywhere above them may have changed.
 * It lives only while a widget is on the page.
 */
const watchers = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Calls back after a change; returns how to stop. */
export function watchLanguage(element: Element, onChange: () => void): () => void {
  observer ??= new MutationObserver(() => {
    for (const watcher of [...watchers]) watcher();
  });
  watchers.add(onChange);
  for (
    let root: Node | null = element.getRootNode();
    root;
    root = root instanceof ShadowRoot ? root.host.getRootNode() : null
  ) {
    observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang', 'dir'] });
  }
  return () => {
    watchers.delete(onChange);
    if (watchers.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  };
}
