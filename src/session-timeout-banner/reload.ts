/** Whether this page was reloaded a moment ago. */
export function isFreshlyReloaded(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return performance.now() < 10_000 && navigation?.type === 'reload';
}
