/**
 * Groups entries that may share a request: same key, at most `size` together. The order within a group, and of the
 * groups by their first entry, is that of the input.
 *
 * @returns groups of positions in `keys`
 */
export function batches(keys: readonly string[], size: number): number[][] {
	const open = new Map<string, number[]>();
	const all: number[][] = [];
	keys.forEach((key, position) => {
		const group = open.get(key);
		if (group && group.length < size) {
			group.push(position);
			return;
		}
		const fresh = [position];
		open.set(key, fresh);
		all.push(fresh);
	});
	return all;
}

/** Parts of a list, of so many entries each. */
export function parts<T>(list: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}
