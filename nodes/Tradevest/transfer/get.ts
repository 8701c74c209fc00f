import { readId } from '../shared/fields';
import { getOne } from '../shared/reads';
import { TRANSFER } from '../shared/things';

/** One transfer, `GET /transfers/{transferId}` (api-reference/transfers). */
export const get = getOne({
	action: 'Get a transfer',
	description: 'Read a transfer and its state',
	source: { call: 'GET /transfers/{transferId}', standing: 'documented in parts' },
	what: TRANSFER.what,
	within: TRANSFER.within,
	properties: [{ displayName: 'Transfer ID', name: 'transferId', type: 'string', required: true, default: '', placeholder: 'e.g. 5d1f8f4a-9b58-4d9e-8c52-6f4b1d0d9e33', description: 'As Tradevest knows it: of Create, or of a notification' }],
	main: ['transferId', 'transferStatus', 'rejectReason', 'customerId', 'customerProductId', 'amount', 'createdOn', 'modifiedOn'],
	read: (fields) => ({ id: readId(fields, 'transferId', 'Transfer ID') }),
	request: ({ id }) => ({ method: 'GET', path: TRANSFER.one(id) }),
});
