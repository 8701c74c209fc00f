import { customerProductId, LABELS, readId } from '../shared/fields';
import { getOne } from '../shared/reads';
import { CUSTOMER_PRODUCT } from '../shared/things';

/** Members that one looks for first. */
export const MAIN = ['customerProductId', 'productCode', 'productType', 'currency', 'status', 'accountData', 'cryptoAssets', 'traditionalAssets', 'tokenizedAssets', 'createdOn'];

/** One account or wallet, `GET /products/{customerProductId}` (api-reference/products/customer-products). */
export const get = getOne({
	action: 'Get a product',
	description: 'Read an account or wallet of a customer: its state, balance and assets',
	source: { call: 'GET /products/{customerProductId}', standing: 'documented' },
	what: CUSTOMER_PRODUCT.what,
	properties: [customerProductId],
	main: MAIN,
	read: (fields) => ({ id: readId(fields, 'customerProductId', LABELS.customerProductId) }),
	request: ({ id }) => ({ method: 'GET', path: CUSTOMER_PRODUCT.one(id) }),
});
