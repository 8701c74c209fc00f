import { getMany } from '../shared/reads';
import { readWallet, walletProduct } from '../shared/walletTrade';
import { MAIN } from './get';
import { tokenizedOrders } from './orders';

/** The tokenized orders of a wallet, `GET /wawex/products/{customerProductId}/orders` (wawex-tokenized-assets/orders). */
export const getAll = getMany({
	action: 'Get many tokenized orders',
	description: 'Read the tokenized orders of a wallet',
	source: { call: 'GET /wawex/products/{customerProductId}/orders', standing: 'documented' },
	what: 'List of Tokenized Orders',
	properties: [walletProduct],
	main: MAIN,
	read: (fields) => ({ wallet: readWallet(fields) }),
	request: ({ wallet }, cursor) => tokenizedOrders(wallet, cursor),
});
