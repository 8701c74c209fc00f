import { rememberedReads } from '../operation/reads';
import type { RepeatableOperation, ReplacingRequest } from '../operation/operation';
import { awaitOutcome } from './awaitOutcome';
import { batches } from './batches';
import { resultOf, type IndexedParameters, type ItemResult, type ItemsRun } from './itemsRun';
import { lookBack } from './lookBack';
import { sendReplacing } from './lostTry';
import { tellOvertaken } from './overtaken';
import { runPool } from './pool';
import { UnansweredTries } from './unansweredTries';

/**
 * Runs items through a write that sets a state, or replaces a thing and keeps some of it. Items about the same thing go one after the other, in
 * their order, each with what is there when its turn has come: at once, or with what was read before, the later would undo the earlier. What a
 * lost try may still undo is told as unknown.
 *
 * @param results filled in at the items' indexes
 * @throws ItemFailure for an item that failed, unless the run goes on after failures
 */
export async function runReplacing<P>(
	operation: RepeatableOperation<P> & ReplacingRequest<P>,
	given: ItemsRun,
	parameters: ReadonlyArray<IndexedParameters<P>>,
	results: ItemResult[],
): Promise<void> {
	const { sender } = given;
	const { replaces } = operation;
	const late = new UnansweredTries();
	/** Positions in the list of parameters. */
	const groups = batches(parameters.map(({ value }) => replaces.thing(value)), Infinity);
	let stopped: unknown;
	try {
		await runPool(groups.length, given.concurrency, async (at) => {
			for (const position of groups[at] ?? []) {
				const item = parameters[position]!;
				results[item.index] = await resultOf(given, operation, item, async () => {
					// In place, so that a failure is told of the completed one.
					item.value = (await replaces.complete?.(item.value, rememberedReads(sender))) ?? item.value;
					const { value } = item;
					const sent = await sendReplacing(operation, value, sender, (failure) => late.note([position], failure));
					const items = 'items' in sent ? sent.items : operation.items(sent.answer, value);
					late.passed([position]);
					if ('items' in sent) return items;
					return operation.laterOutcome ? await awaitOutcome(operation.laterOutcome, value, items, sender) : items;
				});
			}
		});
	} catch (error) {
		stopped = error;
	}
	const undoes = (earlier: P, later: P) =>
		replaces.thing(earlier) === replaces.thing(later) &&
		(replaces.isSame?.(earlier, later) ?? true) &&
		JSON.stringify(operation.request(earlier)) !== JSON.stringify(operation.request(later));
	tellOvertaken(given, parameters, late, { stopped, undoes, results });
	await lookBack(operation, given, parameters, results);
}
