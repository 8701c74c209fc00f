import { rememberedReads } from '../operation/reads';
import type { ReadsTogether, RepeatableOperation } from '../operation/operation';
import { batches } from './batches';
import { ownCopy, sharesReads } from './equalItems';
import { itemNumber, resultFrom, type IndexedParameters, type ItemResult, type ItemsRun } from './itemsRun';
import { runPool } from './pool';

/**
 * Runs items through an operation that works on those with the same key together. What fails, fails for all of them; each has output of its own.
 *
 * @param results filled in at the items' indexes
 * @throws ItemFailure for the first item that failed, unless the run goes on after failures
 */
export async function runJointly<P>(
	operation: RepeatableOperation<P> & ReadsTogether<P>,
	given: ItemsRun,
	parameters: ReadonlyArray<IndexedParameters<P>>,
	results: ItemResult[],
): Promise<void> {
	const ask = rememberedReads(given.sender);
	const groups = batches(parameters.map(({ value }) => operation.jointly.key(value)), Infinity);
	await runPool(groups.length, given.concurrency, async (at) => {
		const group = groups[at]!.map((position) => parameters[position]!);
		const outcome = await resultFrom(given, operation, group[0]!, async () => {
			const asked = group.map(({ index, value }) => ({ item: itemNumber(given, index), parameters: value }));
			const outputs = await operation.jointly.consult(asked, sharesReads(operation, given) ? ask : rememberedReads(given.sender));
			for (const [place, { index }] of group.entries()) results[index] = ownCopy({ items: outputs[place] ?? [] });
			return { items: [] };
		});
		if ('failure' in outcome) for (const { index } of group) results[index] = outcome;
	});
}
