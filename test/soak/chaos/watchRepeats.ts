import type { Upset } from './upsets';
import type { ToldChange, WatchBooks, WatchExecution } from './watchRecords';

/** The process that looks. */
export const LOOKING_PROCESS = 'n8n start';

/** The same change of the same order (or the same invoice) told by two executions, or twice by one. */
export interface Repeat {
	readonly flow: string;
	readonly change: ToldChange;
	readonly executions: ReadonlyArray<{ readonly executionId: string; readonly seenAt: number }>;
	readonly isAllowed: boolean;
}

/**
 * What a watch told more than once.
 *
 * docs/operating.md promises each change once, with one exception that can happen here: n8n ended after an execution had
 * begun, and its database had not got what the watch remembers. That may have failed for a while, since n8n tries again only
 * with the next change. Then the new process tells it once more, under the same `eventKey`. So exactly this is allowed: a
 * new process that looks, between one telling and the next, and the same key. One `eventKey` stands for one account, whereas
 * two environments may give an order the same number; so changes are compared by what they say only in the watch that sees
 * but one of them.
 */
export function repeatsOf({ executions, upsets }: WatchBooks): Repeat[] {
	const told = new Map<string, Array<{ execution: WatchExecution; change: ToldChange }>>();
	for (const execution of executions) {
		for (const change of execution.changes) {
			const key = JSON.stringify([execution.flow, ...(execution.flow === 'all' ? saidBy(change) : [change.eventKey])]);
			told.set(key, [...(told.get(key) ?? []), { execution, change }]);
		}
	}
	return [...told.values()].flatMap(([first, ...others]) => {
		if (!first || others.length === 0) return [];
		const all = [first, ...others].sort((one, other) => one.execution.seenAt - other.execution.seenAt);
		const isAllowed =
			new Set(all.map(({ change }) => change.eventKey)).size === 1 &&
			all.slice(1).every(({ execution }, at) => endedBetween(upsets, all[at]?.execution.seenAt ?? 0, execution.seenAt));
		return [{ flow: first.execution.flow, change: first.change, executions: all.map(({ execution: { executionId, seenAt } }) => ({ executionId, seenAt })), isAllowed }];
	});
}

function saidBy({ event, orderId, statusText, previousStatusText, invoiceNumber }: ToldChange): Array<string | null> {
	return [event, orderId, previousStatusText, statusText, invoiceNumber];
}

/** An execution is seen some seconds after it was stored: the process may have ended before it was. */
const SEEN_WITHIN_MS = 5_000;

function endedBetween(upsets: readonly Upset[], from: number, to: number): boolean {
	return upsets.some((upset) => upset.what === LOOKING_PROCESS && upset.to >= from - SEEN_WITHIN_MS && upset.from <= to);
}
