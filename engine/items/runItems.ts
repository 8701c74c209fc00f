import type { IDataObject } from 'n8n-workflow';

import { Failure, isFailure } from '../failure';
import type { Sender } from '../transport/sender';
import { batches } from './batches';
import type { AnyOperation, Facts, OnceOperation, Operation, ParameterReader, RepeatableOperation, RunContext } from './operation';
import { runPool } from './pool';

/** What became of one input item. */
export type ItemResult = { items: IDataObject[] } | { failure: Failure };

export interface ItemsRun {
	itemCount: number;
	/** Parameters of the item at this index. */
	reader: (index: number) => ParameterReader;
	run: RunContext;
	sender: Sender;
	/** Requests in flight. */
	concurrency: number;
	/** Most items in one request, for operations that take lists. */
	batchSize?: number;
	/** Whether a failed item is put out as such, and the others go on. */
	continueOnFail: boolean;
}

/** Stops a run at an item. */
export class ItemFailure extends Error {
	constructor(
		readonly itemIndex: number,
		readonly failure: Failure,
	) {
		super(failure.message);
	}
}

/**
 * Runs every input item through an operation. Results stand in the order of the items, however the requests came
 * back.
 *
 * @throws ItemFailure for the first item that failed, unless `continueOnFail`
 */
export async function runItems(operation: AnyOperation, given: ItemsRun): Promise<ItemResult[]> {
	return operation.effect === 'once' ? await runOnce(operation, given) : await runRepeatable(operation, given);
}

async function runRepeatable<P>(operation: RepeatableOperation<P>, given: ItemsRun): Promise<ItemResult[]> {
	const { results, parameters } = readAll(operation, given);
	const { sender, concurrency } = given;

	if (!('batch' in operation)) {
		await runPool(parameters.length, concurrency, async (at) => {
			const { index, value } = parameters[at]!;
			results[index] = await settle(given, index, operation, value, async () => {
				const answer = await sender.repeat(operation.request(value), operation.effect);
				return operation.items(answer, value);
			});
		});
		return results;
	}

	const { batch } = operation;
	const size = Math.max(1, given.batchSize ?? batch.defaultSize);
	const groups = batches(parameters.map(({ value }) => batch.key(value)), size);
	const sendGroup = async (group: number[]): Promise<void> => {
		const members = group.map((position) => parameters[position]!);
		try {
			const values = members.map(({ value }) => value);
			const answer = await sender.repeat(batch.request(values), operation.effect);
			const dealt = batch.deal(answer, values);
			members.forEach(({ index }, at) => {
				results[index] = { items: dealt[at] ?? [] };
			});
		} catch (error) {
			if (members.length > 1 && isFailure(error) && mayBeOneOfThem(error)) {
				// One bad entry spoils a whole request. Halving finds it in a few calls, and the others get their answer.
				const half = Math.ceil(group.length / 2);
				await sendGroup(group.slice(0, half));
				await sendGroup(group.slice(half));
				return;
			}
			for (const { index, value } of members) {
				results[index] = await settle(given, index, operation, value, () => Promise.reject(error));
			}
		}
	};
	await runPool(groups.length, concurrency, async (at) => await sendGroup(groups[at]!));
	return results;
}

function mayBeOneOfThem({ kind }: Failure): boolean {
	return kind === 'validation' || kind === 'notFound';
}

async function runOnce<P>(operation: OnceOperation<P>, given: ItemsRun): Promise<ItemResult[]> {
	const { results, parameters } = readAll(operation, given);
	const done: string[] = [];
	const fact = rememberedReads(given.sender);

	try {
		await runPool(parameters.length, given.concurrency, async (at) => {
			const { index, value } = parameters[at]!;
			results[index] = await settle(given, index, operation, value, async () => {
				const facts = await gather(operation.facts(value), fact);
				const faults = operation.check(value, facts);
				if (faults.length > 0) throw faultsFound(operation, value, faults);
				const items = operation.items(await given.sender.once(operation.request(value)), value);
				done.push(operation.label(value));
				return items;
			});
		});
	} catch (error) {
		// The node's output is lost when it stops, so what was done before must be told here.
		if (error instanceof ItemFailure && done.length > 0) {
			throw new ItemFailure(error.itemIndex, error.failure.retold({
				advice: `${error.failure.details.advice} Done before this item stopped the node: ${done.join('; ')}.`,
			}));
		}
		throw error;
	}
	return results;
}

function faultsFound<P>(operation: OnceOperation<P>, value: P, faults: Array<{ field: string; expected: string }>): Failure {
	const list = faults.map(({ field, expected }) => `${field}: ${expected}`).join('; ');
	return new Failure('validation', `Not sent (${operation.label(value)}). ${list}`, {
		advice: 'Correct what is named above and run the item again. Nothing was sent.',
		faults,
	});
}

/** Equal reads of one run are made once: 40 orders at one branch need its products once. */
function rememberedReads(sender: Sender): (request: Parameters<Sender['repeat']>[0]) => Promise<Facts[string]> {
	const known = new Map<string, Promise<Facts[string]>>();
	return async (request) => {
		const key = JSON.stringify(request);
		const reading =
			known.get(key) ??
			sender.repeat(request, 'read').catch((error: unknown) => {
				// "There is no such branch" is a fact to judge by. That the partner is down is not: it stops the write.
				if (isFailure(error) && mayBeOneOfThem(error)) return error;
				throw error;
			});
		known.set(key, reading);
		return await reading;
	};
}

async function gather<P extends Parameters<Sender['repeat']>[0]>(
	requests: Record<string, P>,
	read: (request: P) => Promise<Facts[string]>,
): Promise<Facts> {
	const entries = Object.entries(requests).map(async ([name, request]) => [name, await read(request)] as const);
	return Object.fromEntries(await Promise.all(entries));
}

/** Reads all parameters before anything is sent, so that a faulty field stops the node while nothing has happened. */
function readAll<P>(operation: Operation<P>, given: ItemsRun): { results: ItemResult[]; parameters: Array<{ index: number; value: P }> } {
	const results: ItemResult[] = [];
	const parameters: Array<{ index: number; value: P }> = [];
	for (let index = 0; index < given.itemCount; index += 1) {
		try {
			parameters.push({ index, value: operation.parameters(given.reader(index), given.run) });
		} catch (error) {
			if (!isFailure(error)) throw error;
			if (!given.continueOnFail) throw new ItemFailure(index, error);
			results[index] = { failure: error };
		}
	}
	return { results, parameters };
}

async function settle<P>(
	given: ItemsRun,
	index: number,
	operation: Operation<P>,
	value: P,
	work: () => Promise<IDataObject[]>,
): Promise<ItemResult> {
	try {
		return { items: await work() };
	} catch (error) {
		if (!isFailure(error)) throw error;
		const failure = operation.explain?.(error, value) ?? error;
		// A cancelled run stops as a whole, whatever is to happen with failed items.
		if (given.continueOnFail && failure.kind !== 'cancelled') return { failure };
		throw new ItemFailure(index, failure);
	}
}
