import { getOne } from '../shared/reads';
import { CRYPTO_ORDER } from '../shared/things';
import { orderId, readOrderId } from '../shared/trade';

/** Members that one looks for first. */
export const MAIN = ['orderId', 'status', 'side', 'externalId', 'message', 'marketOrderData', 'executionData', 'createdOn', 'modifiedOn'];

/** One order for a crypto asset, `GET /digital/orders/{orderId}` (digital-assets). */
export const get = getOne({
	action: 'Get a crypto order',
	description: 'Read an order: its state and what was executed',
	source: { call: 'GET /digital/orders/{orderId}', standing: 'documented' },
	what: CRYPTO_ORDER.what,
	properties: [orderId],
	main: MAIN,
	read: readOrderId,
	request: ({ id }) => ({ method: 'GET', path: CRYPTO_ORDER.one(id) }),
});
