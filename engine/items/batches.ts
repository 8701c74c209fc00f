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
