/** The guides that are pages here too, and which. */
const pages: Record<string, string> = {
  'getting-started.md': 'start-getting-started--docs',
  'rating.md': 'guides-rating--docs',
  'card.md': 'guides-card--docs',
  'session-timeout-banner.md': 'guides-session-timeout-banner--docs',
  'privacy.md': 'guides-votes-and-privacy--docs',
  'theming.md': 'guides-theming--docs',
  'hosting.md': 'guides-hosting--docs',
  'migrating-from-nukeviet.md': 'guides-migrating-from-nukeviet--docs',
  'frameworks.md': 'guides-frameworks--docs',
  'endpoint/README.md': 'guides-endpoint--docs',
};

/** A guide's text as Storybook can follow it: links to other pages here; those to other files of the repository name them. */
export function withLinks(text: string): string {
  return text.replace(/\[([^\]]+)\]\((?!https?:)([^)#]*)(#[^)]*)?\)/g, (_, words: string, file: string) => {
    const page = pages[file];
    return page ? `[${words}](?path=/docs/${page})` : words;
  });
}
