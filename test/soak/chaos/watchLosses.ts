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
	/** What happened to n8n meanwhile, that may have cost it what the watch handed out. */
	readonly meanwhile: readonly Upset[];
	readonly isAllowed: boolean;
}

/** A look comes every ten seconds, takes at most twenty with its tries, and what it hands out is stored at once. */
const LOOKED_AT_WITHIN_MS = 60_000;

/**
 * Orders of which the watch that sees all told nothing, and others of which it did not tell the last state. To be asked
 * after a time of quiet with some looks.
 *
 * docs/triggers.md promises that nothing is skipped. What is not in a poll's hands: n8n saves what the watch remembers,
 * and stores the execution, at the same moment and not together. Where it ends between the two, or its database fails for
 * the second alone, the events of that look are gone. So a loss is allowed where, within a minute after the order came to
 * that state, n8n had no whole database or the process that looks was down; it is counted for itself. Anything else is a lie.
 */
export function lossesOf({ at, orders, executions, upsets }: WatchBooks): { unseen: Loss[]; stale: Loss[] } {
	const told = new Map<string, string[]>();
	for (const { flow, changes } of executions) {
		if (flow !== 'all') continue;
		for (const { event, orderId, statusText } of changes) {
			if (event === 'statusChanged' && orderId !== null) told.set(orderId, [...(told.get(orderId) ?? []), statusText ?? '']);
		}
	}
	const losses = orders.filter((order) => order.at === at).flatMap((order): Loss[] => {
		const [state, reachedAt] = Object.entries(order.reachedAt).at(-1) ?? [];
		const words = told.get(order.orderId) ?? [];
		if (state === undefined || reachedAt === undefined || words.includes(state)) return [];
		const meanwhile = upsets.filter((upset) => isFelt(upset) && upset.to >= reachedAt && upset.from <= reachedAt + LOOKED_AT_WITHIN_MS);
		return [{ order, state, told: words, meanwhile, isAllowed: meanwhile.length > 0 }];
	});
	return { unseen: losses.filter(({ told: words }) => words.length === 0), stale: losses.filter(({ told: words }) => words.length > 0) };
}

function isFelt({ what }: Upset): boolean {
	return what === 'database' || what === LOOKING_PROCESS;
}
