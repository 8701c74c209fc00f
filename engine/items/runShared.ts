import { isFailure, type Failure } from '../failure';
import { remembered } from '../operation/reads';
import type { RepeatableOperation } from '../operation/operation';
import { groupsOf, ownCopy, runGroups } from './equalItems';
import { ItemFailure, resultFrom, type IndexedParameters, type ItemResult, type ItemsRun } from './itemsRun';

/** One request an item, and what becomes of its answer. */
interface ItemWork<P, A> {
	/** Text that is the same for items that ask for the same. */
	key(value: P): string;
	/** @throws Failure */
	ask(value: P): Promise<A>;
	/** The item's own result. `answer` may be that of an equal item, and is not to be changed. @throws Failure */
	result(answer: A, value: P): ItemResult;
	/** What an item puts out where the partner itself says no; undefined where that is a failure. */
	refused?(failure: Failure, value: P): ItemResult | undefined;
}

/**
 * Runs items that make one request each. Reads that ask for the same are made once, and each item gets a copy of what came of it:
 * a thousand order lines name forty customers. An answer is let go of as soon as all of its items have theirs, and is never kept for
 * another run.
 *
 * Equal items take one place in the pool, so that waiting for one another costs them no concurrency. What the partner itself refuses is
 * refused for all of them. After a failure on the way, such as a time-out, the next of them ask anew at the end, as many at a time as may;
 * those that wait for the same request share its failure, too.
 *
 * @param results filled in at the items' indexes
 * @throws ItemFailure for the first item that failed, unless the run goes on after failures
 */
export async function runShared<P, A>(
	operation: RepeatableOperation<P>,
	given: ItemsRun,
	parameters: ReadonlyArray<IndexedParameters<P>>,
	results: ItemResult[],
	work: ItemWork<P, A>,
): Promise<void> {
	const groups = groupsOf(operation, given, parameters, (value, index) => keyOr(() => work.key(value), `item ${index}`));
	let stoppedAt: ItemFailure | undefined;
	const give = async (item: IndexedParameters<P>, isFirst: boolean, ask: () => Promise<A | Failure>): Promise<boolean> => {
		// Items before the one that failed still have their turn, as one of them may be the first that fails.
		if (stoppedAt && stoppedAt.itemIndex < item.index) return true;
		let isAnswered = false;
		try {
			const result = await resultFrom(given, operation, item, async () => {
				const answer = await ask();
				isAnswered = true;
				if (!isFailure(answer)) return work.result(answer, item.value);
				const told = work.refused?.(answer, item.value);
				if (told === undefined) throw answer;
				return told;
			});
			results[item.index] = isFirst ? result : ownCopy(result);
		} catch (error) {
			if (!(error instanceof ItemFailure)) throw error;
			if (!stoppedAt || error.itemIndex < stoppedAt.itemIndex) stoppedAt = error;
		}
		return isAnswered;
	};
	await runGroups(groups, given.concurrency, (group) => {
		const ask = remembered(async () => await work.ask(group[0]!.value));
		return async (item) => await give(item, item === group[0], ask);
	});
	if (stoppedAt) throw stoppedAt;
}

/** The request of an item may not be made: that is told when its turn has come, of this item alone. */
function keyOr(key: () => string, ofThisItem: string): string {
	try {
		return key();
	} catch {
		return ofThisItem;
	}
}
