/**
 * Import this first: from then on the UI kit believes in a wide screen, so that lists are tables and not cards.
 */
window.matchMedia = (query: string) =>
  ({
    matches: /min-width/.test(query),
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
    dispatchEvent: () => false,
    onchange: null,
  } as MediaQueryList);
