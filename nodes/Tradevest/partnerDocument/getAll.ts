import { filterFields } from '../shared/collections';
import { openChoice, readOptionalChoice } from '../shared/openChoice';
import { getMany, pageQuery } from '../shared/reads';

/** Documents of the partner's own, such as terms, `GET /partner-documents` (api-reference/partner-documents). */
export const getAll = getMany({
	action: 'Get many partner documents',
	description: 'Read the documents that your customers accept, such as terms and conditions',
	source: { call: 'GET /partner-documents', standing: 'documented; path and filters are known from notes' },
	what: 'List of Partner Documents',
	properties: [
		filterFields(
			openChoice('documentType', 'Document Type', ['CONSUMER_INFORMATION', 'DATA_PRIVACY_POLICY', 'KIID', 'RISK_INFORMATION', 'TERMS_AND_CONDITIONS'], 'Only those of this type'),
			{ displayName: 'Only Valid', name: 'isValid', type: 'boolean', default: true, description: 'Whether to return only those that hold today' },
		),
	],
	main: ['documentId', 'name', 'type', 'version', 'validFrom', 'validUntil', 'description', 'size', 'createdOn', 'modifiedOn'],
	read: (fields) => ({
		filters: {
			documentType: readOptionalChoice(fields, 'filters.documentType', 'Document Type'),
			isValid: fields.optionalFlag('filters.isValid', { label: 'Only Valid' }) === true ? 'true' : '',
		},
	}),
	request: ({ filters }, cursor) => ({ method: 'GET', path: '/partner-documents', query: pageQuery(cursor, filters) }),
});
