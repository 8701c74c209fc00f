import { path } from '../../../engine/transport/path';
import { filterFields } from '../shared/collections';
import { getMany, pageQuery } from '../shared/reads';
import { readWallet, walletProduct } from '../shared/walletTrade';
import { MAIN } from './get';

/** The orders of a wallet, `GET /products/{customerProductId}/digital/orders` (digital-assets). */
export const getAll = getMany({
	action: 'Get many crypto orders',
	description: 'Read the crypto orders of a wallet',
	source: { call: 'GET /products/{customerProductId}/digital/orders', standing: 'documented' },
	what: 'List of Digital Orders',
	properties: [
		walletProduct,
		filterFields({ displayName: 'External ID', name: 'externalId', type: 'string', default: '', placeholder: 'e.g. crypto-501', description: 'Only the order with this External ID' }),
	],
	main: MAIN,
	read: (fields) => ({ wallet: readWallet(fields), externalId: fields.optionalText('filters.externalId', { label: 'External ID' }) }),
	request: ({ wallet, externalId }, cursor) => ({ method: 'GET', path: path`/products/${wallet}/digital/orders`, query: pageQuery(cursor, { externalId }) }),
});
