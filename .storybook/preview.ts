import '../src/index.js';
import './locales.js';
import './hosts.css';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../dist/custom-elements.json';
import { configure, votes } from '../src/votes.js';
import { endpoint, endpointAddress, type Network } from '../stories/endpoint/browser-endpoint.js';
import { showForcedColors } from './forced-colors.js';

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
    language: toolbar('Language', 'globe', {
      ...{ vi: 'Tiếng Việt', en: 'English', ar: 'العربية', de: 'Deutsch', es: 'Español', fr: 'Français' },
      ...{ id: 'Indonesia', ja: '日本語', ko: '한국어', pl: 'Polski', pt: 'Português', th: 'ไทย', zh: '中文' },
    }),
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
        order: ['Start', 'Star rating', 'Article card', 'Session banner', 'Host page', 'Theming', 'Guides'],
      },
    },
  },
  // Every story begins as a reader who was never here, at an endpoint that holds nothing.
  beforeEach: async ({ globals }) => {
    endpoint.book.clear();
    endpoint.network = (globals as unknown as Globals).network;
    await votes.forget();
  },
  decorators: [
    (story, { globals }) => {
      const { language, direction, scheme, host, network } = globals as unknown as Globals;
      const root = document.documentElement;
      root.lang = language;
      root.dir = direction;
      root.dataset.host = host;
      root.style.colorScheme = scheme === 'dark' ? 'dark' : 'light';
      endpoint.network = network;
      showForcedColors(scheme === 'forced');
      return story();
    },
  ],
};

export default preview;
