import type { INodeProperties } from 'n8n-workflow';

import { FieldReader, readerOf } from '../../../engine/items/fields';
import type { Facilities } from './contract';

const LABEL = 'Facilities';

/** What a property or a room type has (content/property, content/room-type): an entry of the collection Additional Fields. */
export const facilitiesField: INodeProperties = {
	displayName: LABEL,
	name: 'facilities',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add Facility',
	description: 'What it has, in free text without special characters. Su replaces the whole list: name all of them.',
	options: [
		{
			displayName: 'Facility',
			name: 'facility',
			values: [
				{ displayName: 'Name', name: 'name', type: 'string', default: '', required: true, placeholder: 'e.g. Swimming pool', description: 'What it is' },
				{ displayName: 'Group', name: 'group', type: 'string', default: '', placeholder: 'e.g. Outdoors', description: 'Left empty, it belongs to the group Common' },
			],
		},
	],
};

/** Reads them, as Su takes them; undefined where there are none. Faults are noted in `fields`. */
export function readFacilities(fields: FieldReader): Facilities | undefined {
	const rows = fields.optionalList('additionalFields.facilities.facility', { label: LABEL });
	const Facility = rows.map((row, at) => {
		const facility = new FieldReader(readerOf(row), `${LABEL} ${at + 1}: `);
		const name = facility.text('name', { label: 'Name' });
		const Group = facility.optionalText('group', { label: 'Group' });
		fields.take(facility);
		return { name, ...(Group === '' ? {} : { Group }) };
	});
	return Facility.length === 0 ? undefined : { Facility };
}
