import { getOne } from '../shared/reads';
import { SECURITIES_ORDER } from '../shared/things';
import { orderId, readOrderId } from '../shared/trade';

/** One order for a security, `GET /trading/order/{orderId}` (asset-management/trading; the path is inferred from those of PATCH and DELETE). */
export const get = getOne({
	action: 'Get a securities order',
	description: 'Read an order: its state and what was executed',
	source: { call: 'GET /trading/order/{orderId}', standing: 'path inferred from PATCH and DELETE' },
	what: SECURITIES_ORDER.what,
	properties: [orderId],
	main: ['orderId', 'status', 'message', 'tradeSide', 'isin', 'quantity', 'execution', 'partialExecutions', 'createdOn', 'modifiedOn'],
	read: readOrderId,
	request: ({ id }) => ({ method: 'GET', path: SECURITIES_ORDER.one(id) }),
});
