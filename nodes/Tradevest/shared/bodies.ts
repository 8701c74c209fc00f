/** A copy without what was left out of the panel: undefined, `''` and empty lists. */
export function onlyGiven<T extends object>(record: T): Partial<T> {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))) as Partial<T>;
}
