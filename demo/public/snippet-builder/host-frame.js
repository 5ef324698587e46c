import { snippet } from './snippet.js';

/**
 * @typedef {object} Preview
 * @property {string} folder where this page's own copy of the files is
 * @property {string} endpoint where the votes of the preview go
 * @property {typeof fetch} [fetch] answers in place of the network
 */

/** @type {Record<string, string>} */
const styles = {
  plain: 'body { font: 16px/1.6 system-ui, sans-serif; }',
  hostile: `:root { font-size: 62.5%; }
    * { letter-spacing: 0.3em !important; text-transform: uppercase !important; line-height: 3 !important;
      padding: 6px !important; border: 1px dashed crimson !important; float: left !important; }`,
};

/** Shows the code at work on a page of the host's own. @param {string} host @param {Preview} preview */
export function hostFrame(host, preview) {
  const frame = document.createElement('iframe');
  frame.title = `Preview on a ${host} host page`;
  const session = `snippet-builder-${host}`;
  const { fetch: fetchInstead } = preview;
  if (fetchInstead) Object.assign(frame, { fetchInstead });

  return {
    frame,
    /** @param {import('./snippet.js').Choice} choice @param {Record<string, string>} integrity */
    show(choice, integrity) {
      // The banner is to count from the beginning; the last preview's session is over.
      localStorage.removeItem(`sao-session:${session}`);
      const code = snippet(
        { ...choice, endpoint: preview.endpoint, timeout: 60 },
        { ...preview, integrity },
        {
          script: { 'data-storage': 'memory' },
          banner: { session, activity: 'ignore' },
        },
      );
      frame.srcdoc = `<!doctype html>
        <html lang="en"><head><meta charset="utf-8"><base target="_blank"><title>${host}</title>
        <style>:root { color-scheme: light dark; background: Canvas; color: CanvasText; } ${styles[host]}</style>
        ${fetchInstead ? '<script>window.fetch = (...request) => frameElement.fetchInstead(...request);</script>' : ''}
        </head><body><p>A paragraph of the host page.</p>\n${code}\n<p>Another one.</p></body></html>`;
    },
  };
}
