import { rememberedReads } from '../operation/reads';
import { groupsOf, ownCopy, runGroups, sharesReads } from './equalItems';
import { mergeItems } from './mergeItems';
import { resultOf, sealOf, type IndexedParameters, type ItemResult, type ItemsRun } from './itemsRun';
import type { RepeatableOperation, SeveralReads } from '../operation/operation';

/**
 * Runs items through an operation that asks the partner several things for each.
 *
 * @param results filled in at the items' indexes
 * @throws ItemFailure for the first item that failed, unless the run goes on after failures
 */
export async function runConsulting<P>(
	operation: RepeatableOperation<P> & SeveralReads<P>,
	given: ItemsRun,
	parameters: ReadonlyArray<IndexedParameters<P>>,
	results: ItemResult[],
): Promise<void> {
	const isShared = sharesReads(operation, given);
	const ask = rememberedReads(given.sender);
	const seal = sealOf(given);
	const { items, madeFrom } = await mergeItems(operation, given, parameters, results);
	const groups = groupsOf(operation, given, items, (value) => JSON.stringify(value));
	await runGroups(groups, given.concurrency, () => async (item) => {
		const askFor = isShared ? ask : rememberedReads(given.sender);
		const result = await resultOf(given, operation, item, async () => {
			// In place, so that a failure is told of the completed one.
			if (operation.complete) item.value = await operation.complete(item.value, askFor);
			const { value } = item;
			return await operation.consult(value, askFor, seal);
		});
		// Parts of it may be those of an answer that other items were given, too.
		const own = isShared ? ownCopy(result) : result;
		results[item.index] = madeFrom ? { ...own, madeFrom } : own;
		return 'items' in result;
	});
}
