import { liesOfCredentials, liesOfEvents } from './ledgerEvents';
import { liesOfOutcome } from './ledgerOutcomes';
import { liesOfFailure } from './ledgerFailures';
import { liesOfWatches } from './ledgerWatch';
import type { Books, HeldOrder, Lie, ToldOrder } from './records';

/** Begins the call ids of orders that were placed past n8n. */
export const FOREIGN = 'foreign';

/** Compares what the partner holds with what every execution told. Empty where nothing was placed twice and nothing told that is not so. */
export function liesIn({ held, orders, sentEvents, startedEvents, bareExecutions, credentials, secrets, watches }: Books): Lie[] {
	return [
		...placedTwice(held),
		...orders.flatMap((told) => [...liesOfOutcome(told, held), ...liesOfFailure(told, held)]),
		...untold(held, orders),
		...liesOfEvents(sentEvents, startedEvents, bareExecutions),
		...liesOfWatches(watches),
		...liesOfCredentials(credentials),
		...secrets.map((secret): Lie => ({ what: 'a secret in an execution', evidence: secret })),
	];
}

/** A transaction id stands for one order of one environment. No order of a run is meant to be sent again. */
function placedTwice(held: readonly HeldOrder[]): Lie[] {
	const byOrder = new Map<string, HeldOrder[]>();
	for (const order of held) {
		const key = `${order.at} ${order.transactionId}`;
		byOrder.set(key, [...(byOrder.get(key) ?? []), order]);
	}
	return [...byOrder.values()].filter((same) => same.length > 1).map((same) => ({ what: 'an order placed twice', evidence: same }));
}

/** Orders of which no execution is left that could tell: whoever asked for them learns nothing, not even that it crashed. */
function untold(held: readonly HeldOrder[], orders: readonly ToldOrder[]): Lie[] {
	const known = new Set(orders.map(({ callId }) => callId));
	return held
		.filter(({ callId }) => !callId.startsWith(FOREIGN) && !known.has(callId))
		.map((order) => ({ what: 'an order that no execution knows of', evidence: order }));
}
