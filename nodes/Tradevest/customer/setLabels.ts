import { change } from '../shared/change';
import { customerId, LABELS, readId } from '../shared/fields';
import { actingAs } from '../shared/requestor';
import { CUSTOMER } from '../shared/things';
import { areSameLabels, readLabels } from './labels';

/** Sets the labels of a customer, `PATCH /roles/customers/{customerId}` (api-reference/roles/customers). */
export const setLabels = change<{ id: string; labels: string[] }>({
	name: 'setLabels',
	displayName: 'Set Labels',
	action: 'Set the labels of a customer',
	description: 'Give a customer these labels, in the place of those that it has',
	source: { call: 'PATCH /roles/customers/{customerId}', standing: 'documented' },
	thing: CUSTOMER,
	properties: [
		customerId,
		{ displayName: 'Labels', name: 'labels', type: 'string', required: true, default: '', placeholder: 'e.g. retail, newsletter', description: 'All that the customer is to have: at most 16, with commas between them. Whether Tradevest takes an empty list is not documented.' },
	],
	read: (fields) => ({ id: readId(fields, 'customerId', LABELS.customerId), labels: readLabels(fields, 'labels', 'Labels') }),
	id: ({ id }) => id,
	request: ({ id, labels, requestorId }) => ({ method: 'PATCH', path: CUSTOMER.one(id), body: { labels }, ...actingAs({ requestorId }) }),
	isApplied: (row, { labels }) => areSameLabels(row.labels, labels),
});
