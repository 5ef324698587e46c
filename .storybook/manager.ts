import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

addons.setConfig({
  // With roots, what has none comes first: a newcomer would begin in the middle.
  sidebar: { showRoots: false },
  theme: create({ base: 'light', brandTitle: 'sao-widgets' }),
});
