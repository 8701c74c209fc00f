import { path } from '../../../engine/transport/path';
import { readId } from '../shared/fields';
import { getMany, pageQuery } from '../shared/reads';
import { productField } from '../shared/trade';
import { MAIN } from './get';

const WALLET = { name: 'walletCustomerProductId', label: 'Wallet Product ID' } as const;

/** The orders of a wallet, `GET /products/{customerProductId}/digital/orders` (digital-assets). */
export const getAll = getMany({
	action: 'Get many crypto orders',
	description: 'Read the orders of a wallet',
	source: { call: 'GET /products/{customerProductId}/digital/orders', standing: 'documented' },
	what: 'List of Digital Orders',
	properties: [
		productField(WALLET.name, WALLET.label, 'The currency wallet of the customer'),
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [{ displayName: 'External ID', name: 'externalId', type: 'string', default: '', description: 'Only the order with this External ID' }],
		},
	],
	main: MAIN,
	read: (fields) => ({ wallet: readId(fields, WALLET.name, WALLET.label), externalId: fields.optionalText('filters.externalId', { label: 'External ID' }) }),
	request: ({ wallet, externalId }, cursor) => ({ method: 'GET', path: path`/products/${wallet}/digital/orders`, query: pageQuery(cursor, { externalId }) }),
});
