import { filterFields } from '../shared/collections';
import { openChoice, readOptionalChoice } from '../shared/openChoice';
import { getMany, pageQuery } from '../shared/reads';
import { MAIN } from './get';

/** The natural persons of the partner, `GET /entities/natural-persons` (api-reference/entities/natural-persons-directory/natural-persons). */
export const getAll = getMany({
	action: 'Get many natural persons',
	description: 'Read the persons that you made known to Tradevest, newest first',
	source: { call: 'GET /entities/natural-persons', standing: 'documented; the name of the filter is inferred' },
	what: 'List of Natural Persons',
	properties: [
		filterFields(openChoice('status', 'Status', ['ACTIVE', 'CREATED', 'RECEIVED', 'REVIEW', 'PENDING', 'INVALID', 'REJECTED', 'INACTIVE', 'SUSPENDED', 'ARCHIVED', 'DECEASED'], 'Only those in this state. That there is such a filter is documented, its name is not')),
	],
	main: MAIN,
	read: (fields) => ({ status: readOptionalChoice(fields, 'filters.status', 'Status') }),
	request: ({ status }, cursor) => ({ method: 'GET', path: '/entities/natural-persons', query: pageQuery(cursor, { status }) }),
});
