import type { RepeatableOperation } from '../../../engine/operation/operation';
import { change, type Changing } from './change';
import { actingAs } from './requestor';
import type { Thing } from './things';
import { orderId, readOrderId } from './trade';

/** The operation Cancel of an order. A cancellation that came too late is told by nobody (partner-webhooks), so `applied` stays null then. */
export function cancellation(order: Thing, source: RepeatableOperation<Changing<{ id: string }>>['source']) {
	return change<{ id: string }>({
		name: 'cancel',
		displayName: 'Cancel',
		action: `Cancel a ${order.what}`,
		description: 'Ask for an order to be cancelled; applied is true once the order is read as cancelled',
		source,
		thing: order,
		properties: [orderId],
		read: readOrderId,
		id: ({ id }) => id,
		request: ({ id, requestorId }) => ({ method: 'DELETE', path: order.one(id), ...actingAs({ requestorId }) }),
		isApplied: ({ status }) => status === 'CANCELED',
	});
}
