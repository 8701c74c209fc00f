import type { Lie } from './records';
import { WATCHED_CUSTOMER } from './watchFlows';
import { lossesOf } from './watchLosses';
import type { ToldChange, WatchBooks, WatchedOrder, WatchExecution } from './watchRecords';
import { repeatsOf } from './watchRepeats';

const OF_ANOTHER = 'a watch told of an order of another account';

/** What is not so in what the watches told, and what one of them did not tell. */
export function liesOfWatches(books: WatchBooks): Lie[] {
	const told = books.executions.flatMap((execution) => execution.changes.map((change) => ({ execution, change })));
	const lost = lossesOf(books);
	return [
		...told.flatMap(({ execution, change }) => {
			const what = falsehoodIn(change, execution, books);
			const { executionId, flow, seenAt } = execution;
			return what === undefined ? [] : [{ what, evidence: { executionId, flow, seenAt, change, held: books.orders.filter(({ orderId }) => orderId === change.orderId) } }];
		}),
		...repeatsOf(books).filter(({ isAllowed }) => !isAllowed).map((repeat): Lie => ({ what: 'a change told twice by a watch', evidence: repeat })),
		...lost.unseen.filter(({ isAllowed }) => !isAllowed).map((loss): Lie => ({ what: 'an order lost from the sight of a watch', evidence: loss })),
		...lost.stale.filter(({ isAllowed }) => !isAllowed).map((loss): Lie => ({ what: 'the last state of an order that a watch never told', evidence: loss })),
	];
}

/** What is not so in one event; undefined where all is. */
function falsehoodIn(change: ToldChange, { flow, seenAt }: WatchExecution, books: WatchBooks): string | undefined {
	// Submit runs in the workers, and nothing is named to wait for: the process that looks knows no queued order.
	if (change.event === 'orderQueued' || change.event === 'orderLost') return `a watch told ${change.event} of an order that it cannot know`;
	const owner = change.event === 'newInvoice' ? books.pastInvoices.get(change.invoiceNumber ?? '') : undefined;
	if (owner !== undefined) return flow === 'all' || owner === WATCHED_CUSTOMER ? undefined : OF_ANOTHER;
	const named = books.orders.filter((order) => isNamed(order, change));
	if (named.length === 0) return 'a watch told of an order that nobody holds';
	const seen = named.filter(({ at, customerCode }) => (flow === 'all' ? at === books.at : customerCode === WATCHED_CUSTOMER));
	if (seen.length === 0) return OF_ANOTHER;
	if (change.event === 'newInvoice') {
		return seen.some((order) => order.invoiceNumber === change.invoiceNumber && wasIn(order, 'Invoiced', seenAt)) ? undefined : 'a watch told of an invoice that there was not';
	}
	if (!seen.some((order) => wasIn(order, change.statusText, seenAt))) return 'a watch told a status that the order had not had by then';
	if (change.previousStatusText === null) return undefined;
	return seen.some((order) => cameBefore(order, change.previousStatusText, change.statusText)) ? undefined : 'a watch told a change from a status that the order had not had before';
}

/** With all that the event says of it: two environments may have given the same number. */
function isNamed(order: WatchedOrder, { orderId, poNumber, transactionId, customerCode }: ToldChange): boolean {
	return (
		order.orderId === orderId && order.poNumber === poNumber && (transactionId === null || order.transactionId === transactionId) &&
		(customerCode === null || order.customerCode === customerCode)
	);
}

function wasIn({ reachedAt }: WatchedOrder, state: string | null, by: number): boolean {
	const since = state === null ? undefined : reachedAt[state];
	return since !== undefined && since <= by;
}

/** States of the sandbox only go forward. */
function cameBefore({ reachedAt }: WatchedOrder, state: string | null, later: string | null): boolean {
	const states = Object.keys(reachedAt);
	const at = states.indexOf(state ?? '');
	return at >= 0 && at < states.indexOf(later ?? '');
}
