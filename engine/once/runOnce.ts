import type { IDataObject } from 'n8n-workflow';

import { isFailure, validationFailure, type Fault } from '../failure';
import { ItemFailure, readAll, settle, type ItemResult, type ItemsRun } from '../items/itemsRun';
import type { Facts, OnceOperation } from '../items/operation';
import { runPool } from '../items/pool';
import type { PartnerRequest } from '../transport/request';
import type { Sender } from '../transport/sender';
import { SentBefore } from './sentBefore';

/** Shared by all runs of this process. */
const sentBefore = new SentBefore<IDataObject[]>();

/**
 * Runs items through a write that must not happen twice: each is checked against what the partner says, sent once, and
 * not sent at all where its key was sent before.
 *
 * @throws ItemFailure for the first item that failed, unless `continueOnFail`. It names what was done before, since n8n
 *   drops a stopped node's output
 */
export async function runOnce<P>(operation: OnceOperation<P>, given: ItemsRun): Promise<ItemResult[]> {
	const { results, parameters } = readAll(operation, given);
	const { sender } = given;
	const read = rememberedReads(sender);
	const done: string[] = [];

	try {
		await runPool(parameters.length, given.concurrency, async (at) => {
			const item = parameters[at]!;
			const { value } = item;
			const label = operation.label(value);
			results[item.index] = await settle(given, operation, item, async () => {
				await check(operation, value, read);
				const key = `${sender.account}:${operation.key(value)}`;
				const { result, wasDoneBefore } = await sentBefore.guard(key, operation.content(value), label, async () =>
					operation.items(await sender.once(operation.request(value)), value),
				);
				done.push(label);
				return result.map((json) => ({ ...json, alreadySubmitted: wasDoneBefore }));
			});
		});
	} catch (error) {
		if (!(error instanceof ItemFailure) || done.length === 0) throw error;
		const advice = `${error.failure.details.advice} Done before this item stopped the node: ${done.join('; ')}.`;
		throw new ItemFailure(error.itemIndex, error.failure.retold({ advice }));
	}
	return results;
}

/** @throws Failure where something speaks against the write, or where that could not be found out */
async function check<P>(operation: OnceOperation<P>, value: P, read: Reader): Promise<void> {
	let faults: Fault[];
	try {
		faults = operation.check(value, await gather(operation.facts(value), read));
	} catch (error) {
		if (!isFailure(error) || error.kind === 'cancelled') throw error;
		throw error.retold({
			message: `Not sent (${operation.label(value)}), since it could not be checked. ${error.message}`,
			advice: `${error.details.advice} Nothing was sent.`,
		});
	}
	if (faults.length > 0) throw validationFailure(`${operation.displayName} (${operation.label(value)})`, faults);
}

type Reader = (request: PartnerRequest) => Promise<Facts[string]>;

/** Equal reads of one run are made once: 40 orders at one branch need its products once. */
function rememberedReads(sender: Sender): Reader {
	const known = new Map<string, Promise<Facts[string]>>();
	return async (request) => {
		const key = JSON.stringify(request);
		const reading =
			known.get(key) ??
			sender.repeat(request, 'read').catch((error: unknown) => {
				known.delete(key);
				// "There is no such branch" is a fact to judge by. That the partner is down is not: it stops the write.
				if (isFailure(error) && (error.kind === 'notFound' || error.kind === 'validation')) return error;
				throw error;
			});
		known.set(key, reading);
		return await reading;
	};
}

async function gather(requests: Record<string, PartnerRequest>, read: Reader): Promise<Facts> {
	const entries = Object.entries(requests).map(async ([name, request]) => [name, await read(request)] as const);
	return Object.fromEntries(await Promise.all(entries));
}
