import type { Upset } from './upsets';
import type { WatchBooks, WatchedOrder } from './watchRecords';
import { LOOKING_PROCESS } from './watchRepeats';

/** An order of which something was not told, though there was time. */
export interface Loss {
	readonly order: WatchedOrder;
	/** The state that was not told. */
	readonly state: string;
	/** What was told of it. */
	readonly told: readonly string[];
	/** The looks that should have told it; none where no look came any more. */
	readonly looks: readonly number[];
	/** What happened to n8n at those looks, that may have cost it what the watch handed out. */
	readonly meanwhile: readonly Upset[];
	readonly isAllowed: boolean;
}

/** An order that was taken is listed by then, for certain (`LONGEST_LIST_DELAY_MS`). */
const LISTED_WITHIN_MS = 10_000;
/** A look may have got half an answer, and the next one be the first that was of use; n8n then stores what it handed out. */
const [BEFORE_LOOK_MS, AFTER_LOOK_MS] = [5_000, 25_000];

/**
 * Orders of which the watch that sees all told nothing, and others of which it did not tell the last state. To be asked
 * after a time of quiet with some looks.
 *
 * docs/operating.md promises that nothing is skipped. What is not in a poll's hands: n8n saves what the watch remembers,
 * and stores the execution, at the same moment and not together. Where it ends between the two, or its database fails for
 * the second alone, the events of that look are gone. So a loss is allowed where, around the look that should have told it,
 * the database was held or cut, or the process that looks was down (of an order never told, around its first look as well);
 * it is counted for itself. Anything else is a lie.
 */
export function lossesOf({ at, orders, executions, upsets, looks }: WatchBooks): { unseen: Loss[]; stale: Loss[] } {
	const told = new Map<string, string[]>();
	for (const { flow, changes } of executions) {
		if (flow !== 'all') continue;
		for (const { event, orderId, statusText } of changes) {
			if (event === 'statusChanged' && orderId !== null) told.set(orderId, [...(told.get(orderId) ?? []), statusText ?? '']);
		}
	}
	const losses = orders.filter((order) => order.at === at).flatMap((order): Loss[] => {
		const reached = Object.entries(order.reachedAt);
		const [first, last] = [reached[0], reached.at(-1)];
		const words = told.get(order.orderId) ?? [];
		if (!first || !last || words.includes(last[0])) return [];
		const moments = words.length > 0 ? [last[1]] : [first[1] + LISTED_WITHIN_MS, last[1]];
		const due = moments.map((moment) => looks.find((look) => look >= moment));
		const felt = due.map((look) => upsets.filter((upset) => look !== undefined && isFelt(upset, look)));
		return [{
			order, state: last[0], told: words, looks: due.filter((look) => look !== undefined),
			meanwhile: felt.flat(), isAllowed: felt.every((some) => some.length > 0),
		}];
	});
	return { unseen: losses.filter(({ told: words }) => words.length === 0), stale: losses.filter(({ told: words }) => words.length > 0) };
}

/** A database that is only slow loses nothing. */
function isFelt({ what, from, to }: Upset, look: number): boolean {
	return (what === 'database stall' || what === 'database cut' || what === LOOKING_PROCESS) && to >= look - BEFORE_LOOK_MS && from <= look + AFTER_LOOK_MS;
}
