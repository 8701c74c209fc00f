import type { Outcome, Step, Thing } from '../book';
import type { ValidationError } from '../notifications';
import type { TradevestSettings } from '../settings';
import type { Actors } from './actors';

/** How orders fare. */
export type OrderSettings = Pick<TradevestSettings, 'orderStepMs' | 'lastOrderState' | 'ordersFillInParts' | 'cancelsComeTooLate' | 'decideAfterMs'>;

/** Orders in one of these can be changed and cancelled. */
const OPEN: readonly string[] = ['RECEIVED', 'PENDING', 'PLACED', 'PARTIALLY_FILLED'];

// No list of reasons for orders is published.
const REFUSED: ValidationError = { errorType: 'UNKNOWN_ERROR', description: 'Refused by the exchange, as it was switched on for a test' };

/**
 * The status that follows (tv:documentation/status_codes_for_financial_operations, tv:documentation/partner-webhooks); null where an order stays.
 *
 * @param canBePartial whether it can be carried out in two parts
 */
export function nextStatus(status: string, canBePartial: boolean, { lastOrderState: last, ordersFillInParts }: OrderSettings): string | null {
	if (status === 'PLACED' || status === 'PENDING') {
		if (last === 'PLACED') return null;
		if (last === 'CANCELED' || last === 'REJECTED' || last === 'EXPIRED') return last;
		return ordersFillInParts && canBePartial ? 'PARTIALLY_FILLED' : 'FILLED';
	}
	if (status === 'PARTIALLY_FILLED') return 'FILLED';
	return status === 'FILLED' && (last === 'SETTLED' || last === 'CORRECTED') ? last : null;
}

/** What a status of an order comes with: the reason of a refusal. */
export function reasonOf(status: string): ValidationError | undefined {
	return status === 'REJECTED' ? REFUSED : undefined;
}

/** A cancellation (tv:documentation/partner-webhooks): told if it succeeds. One that comes too late changes nothing, and is not told. */
export function cancellation<T extends Thing>(cancelled: Partial<T>, { decideAfterMs, cancelsComeTooLate }: OrderSettings): Step<T> {
	return { afterMs: decideAfterMs, outcome: (order): Outcome<T> | null => (cancelsComeTooLate || !OPEN.includes(order.status) ? null : { changes: cancelled }) };
}

/** Why an order can be changed no more. */
export function whyNotChanged({ status }: Thing): ValidationError | null {
	return OPEN.includes(status) ? null : { errorType: 'UNKNOWN_ERROR', description: `The order is ${status}` };
}

/**
 * Why an order cannot be, which makes it INVALID. Documented for a requestor who is not ACTIVE; that one who may not act for the customer, and
 * products that are not there or not open, lead to the same is invented.
 */
export function whyNotOrdered(actors: Actors, requestorId: string, customerId: string | undefined, products: ReadonlyArray<ValidationError | null>): ValidationError | null {
	if (!actors.isActive(requestorId)) return { errorType: 'UNKNOWN_ERROR', description: `The requestor ${requestorId} is not an active natural person` };
	const unusable = products.find((reason) => reason !== null);
	if (unusable) return unusable;
	const reason = customerId === undefined ? null : actors.whyNot(requestorId, customerId);
	return reason === null ? null : { errorType: 'UNKNOWN_ERROR', description: reason };
}
