import { customerId, LABELS, readId } from '../shared/fields';
import { getOne } from '../shared/reads';
import { CUSTOMER } from '../shared/things';

/** Members that one looks for first. */
export const MAIN = ['customerId', 'customerStatus', 'entityId', 'entityType', 'labels', 'cancellationDate', 'createdOn', 'modifiedOn'];

/** One customer, `GET /roles/customers/{customerId}` (api-reference/roles/customers). */
export const get = getOne({
	action: 'Get a customer',
	description: 'Read the customer role of a person or company: its state, accounts, labels and signed documents',
	source: { call: 'GET /roles/customers/{customerId}', standing: 'documented' },
	what: CUSTOMER.what,
	properties: [customerId],
	main: MAIN,
	read: (fields) => ({ id: readId(fields, 'customerId', LABELS.customerId) }),
	request: ({ id }) => ({ method: 'GET', path: CUSTOMER.one(id) }),
});
