/** Invented: property and day of the first load of rates, `YYYY-MM-DD` after a blank. Their updates themselves are not kept. */
export const firstLoads: readonly string[] = Object.freeze(['HVIEW-1 2026-01-05', 'PINE-2 2026-01-06']);
