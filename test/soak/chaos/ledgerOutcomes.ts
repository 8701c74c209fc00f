import { goodStates, type GoodState } from '../../../sandbox/srsSips/orders/words';
import type { HeldOrder, Lie, ToldOrder, ToldOutcome } from './records';

/** States of the sandbox that a status told must have been reached by. */
const REACHED_BY: Readonly<Record<string, readonly string[]>> = {
	shipped: from('En Route'),
	delivered: from('Completed'),
	invoiced: from('Invoiced'),
	cancelled: ['Cancelled'],
	rejected: ['Rejected', 'Cancelled'],
};

function from(state: GoodState): readonly string[] {
	return goodStates.slice(goodStates.indexOf(state));
}

/** What is not so in an order that Submit put out. */
export function liesOfOutcome(told: ToldOrder, held: readonly HeldOrder[]): Lie[] {
	const { outcome, callId } = told;
	if (!outcome) return [];
	const own = held.filter(({ transactionId }) => transactionId === outcome.transactionId);
	const lie = (what: string, evidence: object = {}): Lie[] => [{ what, evidence: { told, heldUnderThisTransactionId: own, ...evidence } }];

	// Two environments may have given the same number to it.
	const named = own.filter((order) => isNamed(order, outcome));
	if (named.length === 0) {
		const anothers = held.filter((order) => isNamed(order, outcome));
		if (anothers.length > 0) return lie(`told ${outcome.state} under the number of another order`, { anothers });
		return lie(`told ${outcome.state}, and no such order exists`);
	}
	const reached = REACHED_BY[outcome.status ?? ''];
	if (reached && !named.some(({ states }) => states.some((state) => reached.includes(state)))) return lie(`told ${outcome.status}, which it never was`);
	if (outcome.state === 'rejected' && !reached) return lie('told rejected, which it never was');
	// Only the run that placed it may say that it had not been placed before.
	if (!outcome.alreadySubmitted && !named.some((order) => order.callId === callId)) return lie('told as placed by this run, though another one placed it');
	return [];
}

function isNamed(order: HeldOrder, { state, orderId, queueId }: ToldOutcome): boolean {
	return state === 'queued' ? queueId !== null && order.queueId === queueId : orderId !== null && order.orderId === orderId;
}
