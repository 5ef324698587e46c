/**
 * Properties that nobody outside of a self-contained file can know, and that the file itself knows by their written
 * names alone; there they are shortened. Not here may be, and test/build/internal-names.node.test.ts looks for it: what
 * the manifest or an exported type names; what the DOM or the language names; what a string names; and whatever occurs
 * in the outbox, whose records outlive a version, on the page object or in the words, which copies and language files
 * share.
 */
export const internalNames = [
  // What stands in Lit's place, and the elements over it
  ...['getUpdateComplete', 'willUpdate', 'hasUpdated', 'renderRoot', 'strings', 'contents'],
  ...['converter', 'reflect', 'noAccessor', 'internals', 'setState', 'emit', 'arrived', 'rendered'],
  // Rating
  ...['attributeValue', 'requiredMessage', 'tabStop', 'labelText', 'isVotable', 'asksTally', 'preview'],
  ...['onOwn', 'onEvent', 'onChange', 'follow', 'hasNews', 'isComing', 'isTrying', 'whole'],
  // Card
  ...['articleFrom', 'fillSafely', 'hasMonthsForMinutes', 'instead', 'reserved'],
  // Banner
  ...['phase', 'extendable', 'terms'],
];

export const internalNamePattern = new RegExp(`^(?:${internalNames.join('|')})$`);
