import { resultOf, type IndexedParameters, type ItemResult, type ItemsRun } from './itemsRun';
import type { Operation } from '../operation/operation';

/** The items to work on, and the indexes of those that were taken together, if they were. */
interface MergedItems<P> {
	items: ReadonlyArray<IndexedParameters<P>>;
	madeFrom?: readonly number[];
}

/**
 * Takes all items of a run as one, where the operation says so: it stands at the first item's index, and the others come
 * to nothing of their own.
 *
 * @param results where an item could not be read, its failure is there already: then the whole is not made
 * @throws ItemFailure where they do not fit together, unless the run goes on after failures
 */
export async function mergeItems<P>(
	operation: Operation<P> & { together?(all: readonly P[]): P | undefined },
	given: ItemsRun,
	parameters: ReadonlyArray<IndexedParameters<P>>,
	results: ItemResult[],
): Promise<MergedItems<P>> {
	const [first] = parameters;
	if (first === undefined || operation.together === undefined) return { items: parameters };
	const values = parameters.map(({ value }) => value);
	let whole: P | undefined;
	const outcome = await resultOf(given, operation, first, async () => {
		whole = operation.together?.(values);
		return [];
	});
	if ('items' in outcome && whole === undefined) return { items: parameters };

	const madeFrom = parameters.map(({ index }) => index);
	for (const index of madeFrom) results[index] ??= { items: [] };
	const unread = results.find((result) => result !== undefined && 'failure' in result);
	if (unread) return { items: [], madeFrom };
	if (whole === undefined) {
		results[first.index] = { ...outcome, madeFrom };
		return { items: [], madeFrom };
	}
	return { items: [{ index: first.index, value: whole }], madeFrom };
}
