import '../src/index.js';
import './hosts.css';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { render } from 'lit';
import manifest from '../dist/custom-elements.json';
import { configure, votes } from '../src/votes.js';
import { endpoint, endpointAddress, type Network } from '../stories/endpoint/browser-endpoint.js';
import { controlsByType } from './controls.js';
import { showForcedColors } from './forced-colors.js';
import { languageNames } from './locales.js';

setCustomElementsManifest(manifest);
endpoint.install();
configure({ endpoint: endpointAddress });

interface Globals {
  language: string;
  direction: string;
  scheme: string;
  host: string;
  network: Network;
}

type Icon = 'globe' | 'transfer' | 'contrast' | 'browser' | 'lightning';

const toolbar = (title: string, icon: Icon, items: Record<string, string>) => ({
  toolbar: { title, icon, items: Object.entries(items).map(([value, label]) => ({ value, title: label })) },
});

const preview: Preview = {
  tags: ['autodocs'],
  initialGlobals: { language: 'vi', direction: 'ltr', scheme: 'light', host: 'plain', network: 'online' },
  globalTypes: {
    language: toolbar('Language', 'globe', languageNames),
    direction: toolbar('Direction', 'transfer', { ltr: 'Left to right', rtl: 'Right to left' }),
    scheme: toolbar('Colours', 'contrast', { light: 'Light', dark: 'Dark', forced: 'Forced colours' }),
    host: toolbar('Host page', 'browser', { plain: 'Plain', hostile: 'Hostile CSS', small: 'Root at 62.5 %' }),
    network: toolbar('Network', 'lightning', {
      ...{ online: 'Online', slow: 'Slow', offline: 'Offline', failing: 'Endpoint failing' },
      ...{ refusing: 'Endpoint refuses', 'voted-before': 'Voted before', silent: 'No answer' },
    }),
  },
  parameters: {
    layout: 'padded',
    controls: { expanded: true },
    a11y: { test: 'error' },
    options: {
      storySort: {
        order: [
          'Start',
          ['Getting started', 'Snippet builder'],
          'Star rating',
          'Article card',
          'Session banner',
          'Host page',
          'Theming',
          'Guides',
        ],
      },
    },
  },
  // Every story begins as a reader who was never here, at an endpoint that holds nothing.
  beforeEach: async ({ globals }) => {
    endpoint.book.clear();
    endpoint.network = (globals as unknown as Globals).network;
    await votes.forget();
  },
  argTypesEnhancers: [controlsByType],
  decorators: [
    (story, { globals, viewMode }) => {
      const { language, direction, scheme, host, network } = globals as unknown as Globals;
      // A docs page has many stories, and one of them must not turn the others round.
      const isAlone = viewMode === 'story';
      const place = isAlone ? document.documentElement : document.createElement('div');
      place.lang = language;
      place.dir = direction;
      place.dataset.host = host;
      place.style.colorScheme = scheme === 'dark' ? 'dark' : 'light';
      showForcedColors(scheme === 'forced');
      if (isAlone) {
        endpoint.network = network;
        return story();
      }
      render(story(), place);
      return place;
    },
  ],
};

export default preview;
