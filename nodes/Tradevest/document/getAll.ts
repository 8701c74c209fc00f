import { filterFields } from '../shared/collections';
import { readId } from '../shared/fields';
import { openChoice, readOpenChoice } from '../shared/openChoice';
import { getMany, pageQuery } from '../shared/reads';
import { MAIN, RESOURCE_TYPES } from './documentFields';

/** The documents of a person, company or role, `GET /v2/documents` (documents/new-documents). */
export const getAll = getMany({
	action: 'Get many documents',
	description: 'Read which documents a person, a company or a role has',
	source: { call: 'GET /v2/documents', standing: 'documented' },
	what: 'List of Documents',
	properties: [
		openChoice('resourceType', 'Resource Type', RESOURCE_TYPES, 'Whose documents', { default: 'NATURAL_PERSON' }),
		{ displayName: 'Resource ID', name: 'resourceId', type: 'string', required: true, default: '', placeholder: 'e.g. 0b9f4f0e-3f47-4f7f-9d6d-0f4f2c9a7a11', description: 'The person, company or role, as Tradevest knows it' },
		filterFields(
			{ displayName: 'Document Type', name: 'docType', type: 'string', default: '', placeholder: 'e.g. PROOF_OF_RESIDENCE', description: 'Only those of this type, as Tradevest writes it' },
			{ displayName: 'Search Text', name: 'searchText', type: 'string', default: '', placeholder: 'e.g. passport', description: 'Only those with these words' },
		),
	],
	main: MAIN,
	read: (fields) => ({
		filters: {
			resourceType: readOpenChoice(fields, 'resourceType', 'Resource Type'),
			resourceId: readId(fields, 'resourceId', 'Resource ID'),
			docType: fields.optionalText('filters.docType', { label: 'Document Type' }),
			searchText: fields.optionalText('filters.searchText', { label: 'Search Text' }),
		},
	}),
	request: ({ filters }, cursor) => ({ method: 'GET', path: '/v2/documents', query: pageQuery(cursor, filters) }),
});
