import { readOrderRow } from './orderRows';
import { orderId } from '../shared/fields';
import { unconfirmedRead } from '../shared/unconfirmedRead';

/** Order Details (order-details-32636882e0, a page that was not seen). */
export const get = unconfirmedRead({
	name: 'get',
	displayName: 'Get',
	action: 'Get an order',
	description: 'Read one order by its SRS number',
	by: orderId,
	isNumber: true,
	template: '/orders/{orderId}',
	what: 'Order Details',
	isList: false,
	tidy: readOrderRow,
});
