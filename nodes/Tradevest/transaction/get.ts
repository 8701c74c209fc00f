import { path } from '../../../engine/transport/path';
import { readId } from '../shared/fields';
import { getOne } from '../shared/reads';

/** One transaction, `GET /transactions/{transactionId}` (api-reference/transaction-history). */
export const get = getOne({
	action: 'Get a transaction',
	description: 'Read a transaction: what an order or a transfer came to',
	source: { call: 'GET /transactions/{transactionId}', standing: 'documented' },
	what: 'transaction',
	properties: [{ displayName: 'Transaction ID', name: 'transactionId', type: 'string', required: true, default: '', placeholder: 'e.g. 5d1f8f4a-9b58-4d9e-8c52-6f4b1d0d9e33', description: 'As Tradevest knows it' }],
	main: ['transactionId', 'transactionType', 'transactionStatus', 'customerId', 'bookingDate', 'valueDate', 'digitalTradingTransaction', 'traditionalTradingTransaction', 'cashTransaction', 'createdOn'],
	read: (fields) => ({ id: readId(fields, 'transactionId', 'Transaction ID') }),
	request: ({ id }) => ({ method: 'GET', path: path`/transactions/${id}` }),
});
