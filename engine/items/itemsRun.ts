import type { IBinaryKeyData, IDataObject, INodeProperties } from 'n8n-workflow';

import { Failure, isFailure, validationFailure, withFurtherFaults, type Fault } from '../failure';
import type { BinaryStore } from '../files/fetchFiles';
import type { RecordStore } from '../idempotency/idempotencyRecord';
import type { Sender } from '../transport/sender';
import { addedFaults, collectionsOf } from './addedFields';
import type { AnyOperation, Operation, ParameterReader, RunContext } from '../operation/operation';
import type { Seal } from '../operation/toolCall';

/** What an item came to. `binaries` are the files that belong to the output items, in their order. */
interface Output {
	items: IDataObject[];
	binaries?: readonly IBinaryKeyData[];
}

/** What became of one input item. `madeFrom` lists the items that were taken together for it, itself included. */
export type ItemResult = (Output | { failure: Failure }) & { madeFrom?: readonly number[] };

/** One run of an operation over all input items. */
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
	/** Whether reads that ask for the same are made once for all items; left out, they are. */
	sharesEqualReads?: boolean;
	/** The id that n8n gave the workflow. */
	workflowId: string;
	/** n8n's own database, for writes that happen once. */
	store: RecordStore;
	/** Where n8n keeps files. */
	files: BinaryStore;
	/** What a person calls the item at this index; left out, its index counted from 1. It differs where items go out with several credentials. */
	itemNumber?: (index: number) => number;
	/** Whether a failed item is put out as such, and the others go on. */
	continueOnFail: boolean;
	/** Is told the parameters of each item that could be read. */
	noteParameters?: (index: number, value: unknown) => void;
}

/** The number by which messages name an item. */
export function itemNumber(given: Pick<ItemsRun, 'itemNumber'>, index: number): number {
	return given.itemNumber?.(index) ?? index + 1;
}

/** The seal of this workflow and credential. */
export function sealOf({ sender, workflowId }: Pick<ItemsRun, 'sender' | 'workflowId'>): Seal {
	return (text) => sender.seal(JSON.stringify([workflowId, text]));
}

/** The parameters of one input item. */
export interface IndexedParameters<P> {
	/** Of the input item. */
	index: number;
	value: P;
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
 * Reads the parameters of all items before anything is sent, so that a faulty field stops the node while nothing has
 * happened.
 *
 * @returns the parameters that could be read, and the failures of the others at their index
 * @throws ItemFailure for the first item with a faulty field, unless the run goes on after failures
 */
export async function readAll<P>(operation: Operation<P>, given: ItemsRun): Promise<{ results: ItemResult[]; parameters: Array<IndexedParameters<P>> }> {
	const results: ItemResult[] = [];
	const parameters: Array<IndexedParameters<P>> = [];
	const collections = collectionsOf(operation as AnyOperation);
	for (let index = 0; index < given.itemCount; index += 1) {
		try {
			const value = checkedParameters(operation, collections, given.reader(index), given.run);
			parameters.push({ index, value });
			given.noteParameters?.(index, value);
		} catch (thrown) {
			const error = await withFileFaults(operation, given.reader(index), thrown);
			// What is no failure of ours is n8n's: an expression that cannot be resolved, say. n8n tells that best itself.
			if (!given.continueOnFail) throw isFailure(error) ? new ItemFailure(index, error) : error;
			results[index] = { failure: isFailure(error) ? error : unreadable(error) };
		}
	}
	return { results, parameters };
}

/** The parameters of an item. @throws Failure of kind `validation` that names every faulty field, each once */
function checkedParameters<P>(operation: Operation<P>, collections: readonly INodeProperties[], read: ParameterReader, run: RunContext): P {
	const added = addedFaults(collections, read);
	try {
		const parameters = operation.parameters(read, run);
		if (added.faults.length > 0) throw validationFailure('The item', added.faults);
		return parameters;
	} catch (error) {
		if (added.faults.length === 0 || !isFailure(error)) throw error;
		throw withFurtherFaults(error, added.faults, added.collections);
	}
}

/** Faulty fields together with what is wrong with the files of the item, so that a person learns of all at once. */
async function withFileFaults<P>(operation: Operation<P>, read: ParameterReader, error: unknown): Promise<unknown> {
	if (!operation.fileFaults || !isFailure(error) || error.kind !== 'validation') return error;
	// A file that cannot be read is told when its turn has come.
	const faults = await operation.fileFaults(read).catch((): Fault[] => []);
	return faults.length === 0 ? error : withFurtherFaults(error, faults);
}

/** A failure for what n8n could not resolve. */
export function unreadable(error: unknown): Failure {
	return new Failure('configuration', `A field could not be read: ${error instanceof Error ? error.message : String(error)}`, {
		advice: 'Correct the expression and run the item again. Nothing was sent.',
	});
}

/**
 * The result of one item's work. A failure is told in the operation's words, and kept or thrown as the run wants.
 *
 * @throws ItemFailure unless the run goes on after failures
 */
export async function resultOf<P>(
	given: ItemsRun,
	operation: Operation<P>,
	item: IndexedParameters<P>,
	work: () => Promise<IDataObject[]>,
): Promise<ItemResult> {
	return await resultFrom(given, operation, item, async () => ({ items: await work() }));
}

/** The same for work that makes its result itself. */
export async function resultFrom<P>(
	given: ItemsRun,
	operation: Operation<P>,
	item: IndexedParameters<P>,
	work: () => Promise<ItemResult>,
): Promise<ItemResult> {
	try {
		return await work();
	} catch (error) {
		if (!isFailure(error)) throw error;
		// Read now: the work may have completed it.
		const told = operation.explain?.(error, item.value) ?? error;
		const failure = told.rewritten((text) => given.sender.hideSecrets(text));
		// A stopped run stops as a whole, whatever is to happen with failed items.
		if (given.continueOnFail && failure.kind !== 'cancelled') return { failure };
		throw new ItemFailure(item.index, failure);
	}
}
