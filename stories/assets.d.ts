declare module '*?raw' {
  const text: string;
  export default text;
}

declare module '*/custom-elements.json' {
  const manifest: Record<string, unknown>;
  export default manifest;
}

declare module '*.css';

declare module '*/integrity.json' {
  const hashes: Record<string, string> & { 'sao-widgets.js': string };
  export default hashes;
}
