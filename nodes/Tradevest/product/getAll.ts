import { customerId, LABELS, readId } from '../shared/fields';
import { getMany } from '../shared/reads';
import { MAIN } from './get';
import { customerProducts } from './products';

/** The accounts and wallets of a customer, `GET /customers/{customerId}/products` (api-reference/products/customer-products). */
export const getAll = getMany({
	action: 'Get many products',
	description: 'Read the accounts and wallets of a customer',
	source: { call: 'GET /customers/{customerId}/products', standing: 'documented' },
	what: 'Customer Products',
	properties: [customerId],
	main: MAIN,
	read: (fields) => ({ id: readId(fields, 'customerId', LABELS.customerId) }),
	request: ({ id }) => customerProducts(id),
});
