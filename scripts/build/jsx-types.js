import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const frameworks = {
  react: ['react', 'react/jsx-runtime', 'react/jsx-dev-runtime'],
  preact: ['preact'],
  // Its own module only passes the namespace on.
  solid: ['solid-js/jsx-runtime'],
};

/**
 * Gives each framework a file of its own: TypeScript refuses to extend the JSX of one that is not installed.
 * @param {string} folder
 */
export function splitJsxTypes(folder) {
  const file = join(folder, 'types.d.ts');
  const all = readFileSync(file, 'utf8');
  // It brings the details of events along, not the one event that has a type of its own.
  const missing = `import type { SessionExpiringEvent } from '../session-timeout-banner.js';\n`;
  // A comment above speaks of `declare module` too.
  writeFileSync(file, missing + all.slice(0, all.search(/^declare module/m)));
  for (const [name, modules] of Object.entries(frameworks)) {
    const elements = name === 'solid' ? 'CustomElementsSolidJs' : 'CustomElements';
    const parts = modules.map(
      (module) => `declare module '${module}' {
  namespace JSX {
    interface IntrinsicElements extends ${elements} {}
  }
}`,
    );
    writeFileSync(
      join(folder, `${name}.d.ts`),
      `import type { ${elements} } from './types.js';\n\n${parts.join('\n\n')}\n`,
    );
  }
}
