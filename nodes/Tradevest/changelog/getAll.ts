import type { FieldReader } from '../../../engine/items/fields';
import type { RunContext } from '../../../engine/operation/operation';
import { filterFields } from '../shared/collections';
import { getMany, pageQuery } from '../shared/reads';

/** Days are taken in GMT and go out as times, ends included: so the filters of these names are shown for documents (tv:documents/new-documents). Whether a day alone would do was not seen. */
function read(fields: FieldReader, { timezone }: RunContext): { filters: Record<string, string> } {
	const first = fields.optionalDay('filters.startDate', { label: 'From' }, timezone);
	const last = fields.optionalDay('filters.endDate', { label: 'To' }, timezone);
	fields.daysInOrder(first, 'From', last, 'To');
	return {
		filters: {
			itemId: fields.optionalText('filters.itemId', { label: 'Item ID' }),
			startDate: first === undefined ? '' : `${first}T00:00:00.000Z`,
			endDate: last === undefined ? '' : `${last}T23:59:59.999Z`,
		},
	};
}

/** What has changed of persons, companies and roles, `GET /entities-changelog` (changelogs/new-changelogs). */
export const getAll = getMany({
	action: 'Get many changes',
	description: 'Read what has changed of persons, companies and roles, oldest first',
	source: { call: 'GET /entities-changelog', standing: 'documented' },
	what: 'Changelog',
	properties: [
		filterFields(
			{ displayName: 'From', name: 'startDate', type: 'string', default: '', placeholder: 'e.g. 2026-11-01', description: 'First day, in GMT' },
			{ displayName: 'Item ID', name: 'itemId', type: 'string', default: '', placeholder: 'e.g. 0b9f4f0e-3f47-4f7f-9d6d-0f4f2c9a7a11', description: 'Only changes of this person, company or role' },
			{ displayName: 'To', name: 'endDate', type: 'string', default: '', placeholder: 'e.g. 2026-11-30', description: 'Last day, in GMT, all of it' },
		),
	],
	main: ['entryId', 'itemType', 'itemId', 'changes', 'source', 'createdOn'],
	read,
	request: ({ filters }, cursor) => ({ method: 'GET', path: '/entities-changelog', query: pageQuery(cursor, filters) }),
});
