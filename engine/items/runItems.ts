import { runOnce } from './runOnce';
import { readAll, resultOf, type ItemResult, type ItemsRun } from './itemsRun';
import type { AnyOperation, RepeatableOperation } from '../operation/operation';
import { runPool } from './pool';
import { readOnceSafely, readSafely } from './readSafely';
import { runBatches } from './runBatches';
import { runConsulting } from './runConsulting';
import { runFiles } from './runFiles';

/**
 * Runs every input item through an operation. Results stand in the order of the items, however the requests came
 * back.
 *
 * @throws ItemFailure for the first item that failed, unless `continueOnFail`
 */
export async function runItems(operation: AnyOperation, given: ItemsRun): Promise<ItemResult[]> {
	const { partner } = given.sender;
	return operation.effect === 'once'
		? await runOnce(readOnceSafely(operation, partner), given)
		: await runRepeatable(readSafely(operation, partner), given);
}

async function runRepeatable<P>(operation: RepeatableOperation<P>, given: ItemsRun): Promise<ItemResult[]> {
	const { results, parameters } = readAll(operation, given);
	if ('batch' in operation) {
		await runBatches(operation, given, parameters, results);
		return results;
	}
	if ('file' in operation) {
		await runFiles(operation, given, parameters, results);
		return results;
	}
	if ('consult' in operation) {
		await runConsulting(operation, given, parameters, results);
		return results;
	}
	await runPool(parameters.length, given.concurrency, async (at) => {
		const item = parameters[at]!;
		results[item.index] = await resultOf(given, operation, item, async () => {
			const answer = await given.sender.repeat(operation.request(item.value), operation.effect);
			return operation.items(answer, item.value);
		});
	});
	return results;
}
