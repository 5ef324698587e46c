// A page whose browser, or whose consent tool, takes IndexedDB away.
Object.defineProperty(window, 'indexedDB', { value: undefined });
