import { filterFields } from '../shared/collections';
import { getMany, pageQuery } from '../shared/reads';

/** Tax exemption orders, `GET /taxes/tax-exemption-orders` (api-reference/taxes/exemption). */
export const getAll = getMany({
	action: 'Get many tax exemptions',
	description: 'Read tax exemption orders',
	source: { call: 'GET /taxes/tax-exemption-orders', standing: 'documented' },
	what: 'List of Tax Exemption Orders',
	properties: [
		filterFields(
			{ displayName: 'Entity ID', name: 'entityId', type: 'string', default: '', placeholder: 'e.g. 0b9f4f0e-3f47-4f7f-9d6d-0f4f2c9a7a11', description: 'Only those of this person or company' },
			{ displayName: 'Status', name: 'status', type: 'string', default: '', placeholder: 'e.g. ACTIVE', description: 'Only those in this state, as Tradevest writes it' },
			{ displayName: 'Tax Exemption Order ID', name: 'taxExemptionOrderId', type: 'string', default: '', placeholder: 'e.g. 5d1f8f4a-9b58-4d9e-8c52-6f4b1d0d9e33', description: 'Only this one' },
		),
	],
	main: ['taxExemptionOrderId', 'entityId', 'entityType', 'status', 'fsaType', 'fsaAmount', 'fsaValidFrom', 'fsaValidUntil', 'createdOn', 'modifiedOn'],
	read(fields) {
		const filter = (name: string, label: string) => fields.optionalText(`filters.${name}`, { label });
		return { filters: { entityId: filter('entityId', 'Entity ID'), status: filter('status', 'Status'), taxExemptionOrderId: filter('taxExemptionOrderId', 'Tax Exemption Order ID') } };
	},
	request: ({ filters }, cursor) => ({ method: 'GET', path: '/taxes/tax-exemption-orders', query: pageQuery(cursor, filters) }),
});
