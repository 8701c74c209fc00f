import { runOnce } from './runOnce';
import { readAll, type ItemResult, type ItemsRun } from './itemsRun';
import type { AnyOperation, RepeatableOperation } from '../operation/operation';
import { lookBack } from './lookBack';
import { readOnceSafely, readSafely } from './readSafely';
import { runBatches } from './runBatches';
import { runConsulting } from './runConsulting';
import { runFiles } from './runFiles';
import { runJointly } from './runJointly';
import { runReplacing } from './runReplacing';
import { runShared } from './runShared';

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
	const { results, parameters } = await readAll(operation, given);
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
	if ('jointly' in operation) {
		await runJointly(operation, given, parameters, results);
		return results;
	}
	if ('replaces' in operation) {
		await runReplacing(operation, given, parameters, results);
		return results;
	}
	await runShared(operation, given, parameters, results, {
		key: (value) => JSON.stringify(operation.request(value)),
		ask: async (value) => await given.sender.repeat(operation.request(value), operation.effect),
		result: (answer, value) => ({ items: operation.items(answer, value) }),
	});
	await lookBack(operation, given, parameters, results);
	return results;
}
