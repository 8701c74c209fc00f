import { rememberedReads } from '../operation/reads';
import { mergeItems } from './mergeItems';
import { resultOf, type IndexedParameters, type ItemResult, type ItemsRun } from './itemsRun';
import type { RepeatableOperation, SeveralReads } from '../operation/operation';
import { runPool } from './pool';

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
	const ask = rememberedReads(given.sender);
	const { items, madeFrom } = await mergeItems(operation, given, parameters, results);
	await runPool(items.length, given.concurrency, async (at) => {
		const item = items[at]!;
		const result = await resultOf(given, operation, item, async () => {
			// In place, so that a failure is told of the completed one.
			if (operation.complete) item.value = await operation.complete(item.value, ask);
			const { value } = item;
			return await operation.consult(value, ask);
		});
		results[item.index] = madeFrom ? { ...result, madeFrom } : result;
	});
}
