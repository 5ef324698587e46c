// What delivers events, and claims or is hoped not to lose them: each as a page's script, with its defaults where they can be kept.

/**
 * @typedef {object} Collector
 * @property {string} name
 * @property {'ours' | 'peer'} kind
 * @property {string} source defines `globalThis.send(name)`, which resolves once the event is said to be taken
 * @property {string} [worker] a service worker, for those that work in one
 */

/** The collector's address, in the page. */
const address = `const { collector } = Object.fromEntries(new URLSearchParams(location.search));`;

/** @type {Collector[]} */
export const collectors = [
  {
    name: 'sao-widgets/votes.js',
    kind: 'ours',
    source: `import { configure, votes } from '../dist/votes.js'; ${address}
      configure({ endpoint: collector + '/votes' });
      globalThis.send = (article) => votes.cast({ article, score: 4, max: 5 });`,
  },
  {
    name: 'Segment analytics-next',
    kind: 'peer',
    source: `import { AnalyticsBrowser } from '@segment/analytics-next'; ${address}
      const host = new URL(collector).host;
      const analytics = AnalyticsBrowser.load({
        writeKey: 'key',
        cdnSettings: { integrations: { 'Segment.io': { apiKey: 'key', apiHost: host + '/v1', protocol: 'http' } } },
      });
      await analytics;
      globalThis.send = (name) => void analytics.track(name);`,
  },
  {
    name: 'Snowplow browser-tracker',
    kind: 'peer',
    source: `import { newTracker, trackStructEvent } from '@snowplow/browser-tracker'; ${address}
      newTracker('sp', collector, { appId: 'course' });
      globalThis.send = (action) => trackStructEvent({ category: 'course', action });`,
  },
  {
    name: 'PostHog',
    kind: 'peer',
    source: `import posthog from 'posthog-js'; ${address}
      posthog.init('phc_course', {
        api_host: collector,
        autocapture: false,
        capture_pageview: false,
        capture_pageleave: false,
        disable_session_recording: true,
        disable_surveys: true,
        disable_external_dependency_loading: true,
        advanced_disable_flags: true,
        disable_compression: true,
        opt_out_useragent_filter: true,
      });
      globalThis.send = (name) => void posthog.capture(name);`,
  },
  {
    name: 'Workbox Queue',
    kind: 'peer',
    // As its documentation shows: what cannot be reached is put into the queue by the service worker.
    source: `${address}
      await navigator.serviceWorker.register('/worker.js');
      await navigator.serviceWorker.ready;
      if (!navigator.serviceWorker.controller) {
        await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
      }
      globalThis.send = (name) => fetch(collector + '/votes', { method: 'POST', body: JSON.stringify({ name }) }).catch(() => undefined);`,
    worker: `import { Queue } from 'workbox-background-sync';
      const queue = new Queue('votes');
      addEventListener('install', () => self.skipWaiting());
      addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
      addEventListener('fetch', (event) => {
        if (event.request.method !== 'POST') return;
        event.respondWith((async () => {
          try {
            return await fetch(event.request.clone());
          } catch {
            await queue.pushRequest({ request: event.request });
            return new Response('', { status: 202 });
          }
        })());
      });`,
  },
];
