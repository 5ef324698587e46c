import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // Evergreen browsers, as for the widgets: `light-dark()` stays what it is.
  viteFinal: (vite) => mergeConfig(vite, { build: { cssTarget: ['chrome123', 'firefox120', 'safari17.5'] } }),
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The snippet builder's preview loads what a host page would; at /dist it would hide Vite's own modules.
  staticDirs: ['../demo/public', { from: '../dist', to: '/built' }],
};

export default config;
