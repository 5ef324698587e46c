import type { ArgTypesEnhancer } from 'storybook/internal/types';

/** Types that have a plain control of their own, once they cannot be missing. */
const plain = ['string', 'number', 'boolean'] as const;

/** A control for each attribute that may be missing: `string | null` in the manifest is a text, not an object. */
export const controlsByType: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([key, argType]) => {
      const written = argType.table?.type?.summary?.replace(/\s*\|\s*(null|undefined)/g, '');
      const name = plain.find((type) => type === written);
      return [key, name ? { ...argType, type: { name } } : argType];
    }),
  );
