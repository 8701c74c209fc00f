import { change } from '../shared/change';
import { SECURITIES_ORDER } from '../shared/things';
import { actingAs } from '../shared/requestor';
import { orderId, readOrderId } from '../shared/trade';

/** Cancels an order for a security, `DELETE /trading/order/{orderId}` (asset-management/trading). That it came too late is not told. */
export const cancel = change<{ id: string }>({
	name: 'cancel',
	displayName: 'Cancel',
	action: 'Cancel a securities order',
	description: 'Ask for an order to be cancelled; applied is true once the order is read as cancelled',
	source: { call: 'DELETE /trading/order/{orderId}', standing: 'documented' },
	thing: SECURITIES_ORDER,
	properties: [orderId],
	read: readOrderId,
	id: ({ id }) => id,
	request: ({ id, requestorId }) => ({ method: 'DELETE', path: SECURITIES_ORDER.one(id), ...actingAs({ requestorId }) }),
	isApplied: ({ status }) => status === 'CANCELED',
});
