import type { RepeatableOperation } from '../../../engine/operation/operation';
import { download } from './download';
import type { Thing } from './things';
import { orderId, readOrderId } from './trade';

/** The operation Download Receipt of an order. Of what type the file is, and from when on there is one, is not documented. */
export function receipt(order: Thing, source: RepeatableOperation<never>['source']) {
	return download({
		name: 'downloadReceipt',
		displayName: 'Download Receipt',
		action: `Download the receipt of a ${order.what}`,
		description: 'Download the receipt of an order as a file',
		source,
		id: orderId,
		readId: (fields) => readOrderId(fields).id,
		request: (id) => ({ method: 'GET', path: `${order.one(id)}/receipt` }),
		what: 'Order Receipt',
		baseName: 'receipt',
	});
}
