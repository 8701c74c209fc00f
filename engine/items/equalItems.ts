import { deepCopy } from 'n8n-workflow';

import type { RepeatableOperation } from '../operation/operation';
import type { IndexedParameters, ItemResult, ItemsRun } from './itemsRun';
import { runPool } from './pool';

/** Whether equal items may share what was read for one of them. A write is never shared, however harmless it is when repeated. */
export function sharesReads(operation: Pick<RepeatableOperation<never>, 'effect'>, given: Pick<ItemsRun, 'sharesEqualReads'>): boolean {
	return operation.effect === 'read' && given.sharesEqualReads !== false;
}

/** Items that ask for the same, in their order. */
type Group<P> = ReadonlyArray<IndexedParameters<P>>;

/**
 * The items by what they ask for: groups in the order of their first items.
 *
 * @returns a group for each item where equal ones may not share anything
 */
export function groupsOf<P>(
	operation: Pick<RepeatableOperation<never>, 'effect'>,
	given: Pick<ItemsRun, 'sharesEqualReads'>,
	parameters: ReadonlyArray<IndexedParameters<P>>,
	keyOf: (value: P, index: number) => string,
): Array<Group<P>> {
	if (!sharesReads(operation, given)) return parameters.map((item) => [item]);
	const groups = new Map<string, Array<IndexedParameters<P>>>();
	for (const item of parameters) {
		const key = keyOf(item.value, item.index);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return [...groups.values()];
}

/**
 * Works through the items of each group one after the other. Once one of them had no answer, the rest of its group has its turn at the
 * end, as many at a time as may: one after the other they would wait for a partner that is down as often as there are items.
 *
 * @param begin is called when a group has its turn, and returns what does the work of one of its items. That says whether the next may
 *   follow at once
 */
export async function runGroups<P>(
	groups: ReadonlyArray<Group<P>>,
	concurrency: number,
	begin: (group: Group<P>) => (item: IndexedParameters<P>) => Promise<boolean>,
): Promise<void> {
	const anew: Array<() => Promise<boolean>> = [];
	await runPool(groups.length, concurrency, async (at) => {
		const group = groups[at]!;
		const give = begin(group);
		for (const [place, item] of group.entries()) {
			if (await give(item)) continue;
			anew.push(...group.slice(place + 1).map((other) => async () => await give(other)));
			return;
		}
	});
	await runPool(anew.length, concurrency, async (at) => {
		await anew[at]!();
	});
}

/** A result whose output nobody else holds: a node that comes later may change its items in place. */
export function ownCopy(result: ItemResult): ItemResult {
	return 'items' in result ? { ...result, items: deepCopy(result.items), ...(result.binaries ? { binaries: deepCopy(result.binaries) } : {}) } : result;
}
