import { deed } from '../shared/deed';
import { customerProductId, LABELS, readId } from '../shared/fields';
import { actingAs } from '../shared/requestor';
import { CUSTOMER_PRODUCT } from '../shared/things';

/** Closes an account or a wallet, `PATCH /products/{customerProductId}` (api-reference/products/customer-products). */
export const close = deed({
	name: 'close',
	displayName: 'Close',
	action: 'Close a product',
	description: 'Close an account or wallet of a customer',
	source: { call: 'PATCH /products/{customerProductId}', standing: 'documented' },
	thing: CUSTOMER_PRODUCT,
	properties: [customerProductId],
	read: (fields) => ({ id: readId(fields, 'customerProductId', LABELS.customerProductId) }),
	id: ({ id }) => id,
	request: ({ id, requestorId }) => ({ method: 'PATCH', path: CUSTOMER_PRODUCT.one(id), body: { status: 'CLOSED' }, ...actingAs({ requestorId }) }),
	isDone: ({ status }) => status === 'CLOSED',
	whereToLook: 'Look with Product: Get.',
});
