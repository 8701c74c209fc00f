import type { IDataObject } from 'n8n-workflow';

import { isFailure } from '../failure';
import { rememberedReads, type Ask } from '../operation/reads';
import { awaitOutcome } from './awaitOutcome';
import { mergeItems } from './mergeItems';
import { itemNumber, readAll, resultOf, sealOf, type ItemResult, type ItemsRun } from './itemsRun';
import type { OnceOperation } from '../operation/operation';
import { runPool } from './pool';
import { notChecked } from '../idempotency/checkFirst';
import { IdempotencyRecord } from '../idempotency/idempotencyRecord';
import { sendOnce } from '../idempotency/sendOnce';
import { Begun } from './begunItems';
import { WriteMemory, type DoneWrite, type ReadingMark } from '../idempotency/writeMemory';

/** Shared by all runs of this process. */
const memory = new WriteMemory<IDataObject[]>();

/**
 * The writes to one account that were carried out in this process, with the items they came to. Those of n8n's workers
 * are not among them.
 *
 * @param account of a `Sender`
 * @param mark from an earlier call: what was noted before it is left out
 */
export function completedWrites(account: string, mark?: ReadingMark): { done: Array<DoneWrite<IDataObject[]>>; mark: ReadingMark } {
	return memory.doneSince(`${account}:`, mark);
}

/**
 * Runs items through a write that must not happen twice.
 *
 * @throws ItemFailure for the first item whose outcome is not known, else for the first that failed, unless `continueOnFail`. It
 *   names all of which nobody knows whether they were done, and what was done before, since n8n drops a stopped node's output
 */
export async function runOnce<P>(operation: OnceOperation<P>, given: ItemsRun): Promise<ItemResult[]> {
	const { results, parameters } = await readAll(operation, given);
	const { sender } = given;
	const ask = rememberedReads(sender);
	const seal = sealOf(given);
	const tools = { sender, ask, memory, record: new IdempotencyRecord(given.store) };
	const { items, madeFrom } = await mergeItems(operation, given, parameters, results);
	const begun = new Begun((index) => itemNumber(given, index));

	try {
		await runPool(items.length, given.concurrency, async (at) => {
			const item = items[at]!;
			const asRead = item.value;
			const result = await resultOf(given, operation, item, async () => {
				// In place, so that a failure is told of the completed one.
				item.value = await completed(operation, item.value, ask);
				const { value } = item;
				const sent = await sendOnce(operation, value, tools, operation.gate?.(value, seal));
				const output = operation.laterOutcome ? await awaitOutcome(operation.laterOutcome, value, sent, sender) : sent;
				if (operation.stands?.(output) ?? true) begun.done.push(operation.label(value));
				return operation.shown ? output.map((each) => shownOf(operation, each, value)) : output;
			}).catch((error: unknown) => {
				begun.note(item.index, operation.label(item.value), error);
				throw error;
			});
			if ('failure' in result) begun.note(item.index, operation.label(item.value), result.failure);
			results[item.index] = madeFrom ? { ...result, madeFrom } : result;
			// What completed it may be a whole file: those of all items at once would fill the memory.
			item.value = asRead;
		});
	} catch (error) {
		throw begun.told(error);
	}
	return results;
}

/** What the engine itself says of a write stays. */
function shownOf<P>(operation: OnceOperation<P>, { alreadySubmitted, outcomeFrom, ...item }: IDataObject, value: P): IDataObject {
	return { ...operation.shown?.(item, value), alreadySubmitted, outcomeFrom };
}

/** With what the operation reads to complete it. A refusal of such a read is told as that, and not as one of the write. */
async function completed<P>(operation: OnceOperation<P>, value: P, ask: Ask): Promise<P> {
	try {
		return operation.complete ? await operation.complete(value, ask) : value;
	} catch (error) {
		throw isFailure(error) && error.details.status !== undefined ? notChecked(error, operation.label(value)) : error;
	}
}
