import { filterFields } from '../shared/collections';
import { entityTypeChoices } from '../shared/entityTypes';
import { readId } from '../shared/fields';
import { openChoice, readOptionalChoice } from '../shared/openChoice';
import { getMany, pageQuery } from '../shared/reads';
import { MAIN } from './get';
import { readOptionalLabels } from './labels';

const STATUSES = ['ACTIVE', 'ARCHIVED', 'CREATED', 'ESTATE', 'INACTIVE', 'INVALID', 'PENDING', 'RECEIVED', 'REJECTED', 'REVIEW', 'SUSPENDED', 'SUSPENDED_COMPLIANCE'] as const;

/** The customers of the partner, `GET /roles/customers` (api-reference/roles/customers). */
export const getAll = getMany({
	action: 'Get many customers',
	description: 'Read the customers that you made, a page at a time',
	source: { call: 'GET /roles/customers', standing: 'documented; the values of two filters are inferred' },
	what: 'List of Customers',
	properties: [
		filterFields(
			{ displayName: 'Entity ID', name: 'entityId', type: 'string', default: '', placeholder: 'e.g. 0b9f4f0e-3f47-4f7f-9d6d-0f4f2c9a7a11', description: 'Only the customer role of this person or company' },
			{ displayName: 'Entity Type', name: 'customerType', type: 'options', options: entityTypeChoices, default: 'NATURAL_PERSON', description: 'Only those of this type. That the filter takes these values is inferred.' },
			{ displayName: 'Label', name: 'label', type: 'string', default: '', placeholder: 'e.g. retail', description: 'Only those that have this label' },
			openChoice('customerStatus', 'Status', STATUSES, 'Only those in this state. One value is documented, the others are those of entities'),
		),
	],
	main: MAIN,

	read(fields) {
		const label = readOptionalLabels(fields, 'filters.label', 'Label');
		if (label.length > 1) fields.fault('Label', 'must be one: how several are asked for is not documented');
		return {
			entityId: fields.optionalText('filters.entityId', { label: 'Entity ID' }) === '' ? '' : readId(fields, 'filters.entityId', 'Entity ID'),
			customerType: readOptionalChoice(fields, 'filters.customerType', 'Entity Type'),
			labels: label[0] ?? '',
			customerStatus: readOptionalChoice(fields, 'filters.customerStatus', 'Status'),
		};
	},

	request: ({ entityId, customerType, labels, customerStatus }, cursor) => ({ method: 'GET', path: '/roles/customers', query: pageQuery(cursor, { entityId, customerType, labels, customerStatus }) }),
});
