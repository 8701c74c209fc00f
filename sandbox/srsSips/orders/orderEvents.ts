import type { WebhookEvent } from '../types';
import { withoutZone, type HeldOrder } from './heldOrder';
import type { GoodState, OrderState } from './words';

/** One step in the life of an order: what it becomes, and the event that tells it. */
export interface Step {
	state: OrderState;
	eventType: 'OA' | 'OU' | 'OC' | 'DU' | 'IU';
	eventStatus: string;
}

const received: Step = { state: 'Order Received', eventType: 'OU', eventStatus: 'Order Received' };

/** How a good order goes on: types and words with a source, see `words.ts`. That lists and events have the same words is inferred. */
const goodLife: Step[] = [
	received,
	{ state: 'En Route', eventType: 'DU', eventStatus: 'En Route' },
	{ state: 'Arrived', eventType: 'DU', eventStatus: 'Arrived' },
	{ state: 'Completed', eventType: 'DU', eventStatus: 'Completed' },
	{ state: 'Invoiced', eventType: 'IU', eventStatus: 'Invoiced' },
];

/** The same, if nothing happens after this state. */
export function goodLifeUpTo(last: GoodState): Step[] {
	return goodLife.slice(0, goodLife.findIndex(({ state }) => state === last) + 1);
}

/** How an order goes on that the branch cancels, before it is on its way. */
export const cancelledLife: Step[] = [
	received,
	{ state: 'Cancelled', eventType: 'OC', eventStatus: 'Cancelled' },
];

/** How a queued order ends that is refused later. Code and words are a guess of one client: no source has any for it. */
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
