import { getOne } from '../shared/reads';
import { TOKENIZED_ORDER } from '../shared/things';
import { orderId, readOrderId } from '../shared/trade';

/** Members that one looks for first. */
export const MAIN = ['orderId', 'status', 'side', 'externalId', 'message', 'marketOrderData', 'executionData', 'createdOn', 'modifiedOn'];

/** One order for a tokenized asset, `GET /wawex/orders/{orderId}` (wawex-tokenized-assets/orders). */
export const get = getOne({
	action: 'Get a tokenized order',
	description: 'Read an order: its state and what was executed',
	source: { call: 'GET /wawex/orders/{orderId}', standing: 'documented' },
	what: TOKENIZED_ORDER.what,
	properties: [orderId],
	main: MAIN,
	read: readOrderId,
	request: ({ id }) => ({ method: 'GET', path: TOKENIZED_ORDER.one(id) }),
});
