import { rememberedReads } from '../operation/reads';
import type { LooksBack, Outcome } from '../operation/operation';
import type { IndexedParameters, ItemResult, ItemsRun } from './itemsRun';

/**
 * Lets an operation look at what all its requests came to, and takes over the output items that it makes of that. Files that belong to them stay.
 *
 * @param parameters as they were sent
 * @param results of the run; changed at the indexes of items that were done
 */
export async function lookBack<P>(operation: LooksBack<P>, given: ItemsRun, parameters: ReadonlyArray<IndexedParameters<P>>, results: ItemResult[]): Promise<void> {
	if (!operation.lookBack) return;
	const outcomes = parameters.map(({ index, value }): Outcome<P> => {
		const result = results[index];
		if (result && 'failure' in result) return { parameters: value, items: undefined, failure: result.failure };
		return { parameters: value, items: result?.items };
	});
	if (outcomes.every(({ items }) => items === undefined)) return;
	const told = await operation.lookBack(outcomes, rememberedReads(given.sender));
	parameters.forEach(({ index }, at) => {
		const result = results[index];
		if (result && 'items' in result) results[index] = { ...result, items: told[at] ?? result.items };
	});
}
