// What watches a session while nothing happens. Each is a module for a page.

/** Half an hour, and a warning one minute before, as a host would ask for. */
const timeout = 30 * 60_000;
const warning = 60_000;

const reactApp = (/** @type {string} */ options) => `
  import { createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  import { useIdleTimer } from 'react-idle-timer';
  function App() {
    useIdleTimer({ timeout: ${timeout}, promptBeforeIdle: ${warning}, onPrompt() {}, onIdle() {}, ${options} });
    return createElement('p', null, 'Watching');
  }
  createRoot(document.querySelector('main')).render(createElement(App));`;

/** @type {{ name: string, kind: import('../statistics.js').Kind, source: string }[]} */
export const sessions = [
  { name: 'floor: an empty page', kind: 'floor', source: '' },
  {
    name: 'sao-session-timeout-banner',
    kind: 'ours',
    source: `import '../dist/embed/sao-session-timeout-banner.js';
      document.querySelector('main').innerHTML =
        '<sao-session-timeout-banner timeout="${timeout / 1000}" warning="${warning / 1000}"></sao-session-timeout-banner>';`,
  },
  { name: 'react-idle-timer', kind: 'peer', source: reactApp('') },
  { name: 'react-idle-timer, across tabs', kind: 'peer', source: reactApp('crossTab: true') },
];
