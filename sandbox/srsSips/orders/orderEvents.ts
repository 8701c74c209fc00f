import type { WebhookEvent } from '../types';
import { withoutZone, type HeldOrder } from './heldOrder';
import type { GoodState, OrderState } from './words';

/** One step in the life of an order: what it becomes, and the event that tells it. */
export interface Step {
	state: OrderState;
	eventType: 'OA' | 'OU' | 'OC' | 'DU' | 'IU';
	eventStatus: string;
}

const acknowledged: Step = { state: 'Submitted', eventType: 'OA', eventStatus: 'Order Accepted' };

/** How a good order goes on. Types and words are those clients handle (web-hooks-1597567m0). */
const goodLife: Step[] = [
	acknowledged,
	{ state: 'Confirmed', eventType: 'OU', eventStatus: 'Order Confirmed' },
	{ state: 'En Route', eventType: 'DU', eventStatus: 'En Route' },
	{ state: 'Delivered', eventType: 'DU', eventStatus: 'Completed' },
	{ state: 'Invoiced', eventType: 'IU', eventStatus: 'Invoice Created' },
];

/** The same, if nothing happens after this state. */
export function goodLifeUpTo(last: GoodState): Step[] {
	return goodLife.slice(0, goodLife.findIndex(({ state }) => state === last) + 1);
}

/** How an order goes on that the branch cancels. */
export const cancelledLife: Step[] = [
	acknowledged,
	{ state: 'Cancelled', eventType: 'OC', eventStatus: 'Order Cancelled' },
];

/** How a queued order ends that is refused later. */
export const rejectedLife: Step[] = [{ state: 'Rejected', eventType: 'OA', eventStatus: 'Order Rejected' }];

/** The event of a step. */
export function eventOf(order: HeldOrder, step: Step, at: string): WebhookEvent {
	const orderNumber = String(order.orderId ?? order.queueId ?? '');
	return {
		eventId: step.eventType === 'IU' ? (order.invoiceNumber ?? orderNumber) : orderNumber,
		eventType: step.eventType,
		eventStatus: step.eventStatus,
		eventDateTime: withoutZone(at),
		subscriberReferenceNum: order.request.poDetails.poNumber,
		subscriberReferenceNum2: orderNumber,
		subscriberReferenceNum3: order.request.transactionID,
	};
}
