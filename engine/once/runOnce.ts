import type { IDataObject } from 'n8n-workflow';

import { rememberedReads } from '../items/ask';
import { joined } from '../items/joined';
import { ItemFailure, readAll, settle, type ItemResult, type ItemsRun } from '../items/itemsRun';
import type { OnceOperation } from '../items/operation';
import { runPool } from '../items/pool';
import { LastingRecord } from './lastingRecord';
import { sendOnce } from './sendOnce';
import { WriteMemory, type DoneWrite, type ReadingMark } from './writeMemory';

/** Shared by all runs of this process. */
const memory = new WriteMemory<IDataObject[]>();

/**
 * The writes to one account that were carried out in this process, with the items they came to. Those of n8n's workers
 * are not among them.
 *
 * @param account of a `Sender`
 * @param mark from an earlier call: what was noted before it is left out
 */
export function doneHere(account: string, mark?: ReadingMark): { done: Array<DoneWrite<IDataObject[]>>; mark: ReadingMark } {
	return memory.doneSince(`${account}:`, mark);
}

/**
 * Runs items through a write that must not happen twice.
 *
 * @throws ItemFailure for the first item that failed, unless `continueOnFail`. It names what was done before, since n8n
 *   drops a stopped node's output
 */
export async function runOnce<P>(operation: OnceOperation<P>, given: ItemsRun): Promise<ItemResult[]> {
	const { results, parameters } = readAll(operation, given);
	const { sender } = given;
	const ask = rememberedReads(sender);
	const tools = { sender, ask, memory, record: new LastingRecord(given.store) };
	const { items, madeFrom } = await joined(operation, given, parameters, results);
	const done: string[] = [];

	try {
		await runPool(items.length, given.concurrency, async (at) => {
			const item = items[at]!;
			const result = await settle(given, operation, item, async () => {
				// In place, so that a failure is told of the completed one.
				if (operation.complete) item.value = await operation.complete(item.value, ask);
				const { value } = item;
				const output = await sendOnce(operation, value, tools);
				done.push(operation.label(value));
				return output;
			});
			results[item.index] = madeFrom ? { ...result, madeFrom } : result;
		});
	} catch (error) {
		if (!(error instanceof ItemFailure) || done.length === 0) throw error;
		const advice = `${error.failure.details.advice} Done before this item stopped the node: ${done.join('; ')}.`;
		throw new ItemFailure(error.itemIndex, error.failure.retold({ advice }));
	}
	return results;
}
