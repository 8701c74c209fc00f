import { typedField } from '../../../engine/items/typedField';
import type { FieldReader } from '../../../engine/items/fields';
import { holds } from '../../../engine/items/holds';
import { changeFields } from '../shared/collections';
import { addressField, readAddress, type Address } from '../shared/address';
import { onlyGiven } from '../shared/bodies';
import { change } from '../shared/change';
import { LABELS, naturalPersonId, readId } from '../shared/fields';
import { actingAs } from '../shared/requestor';
import { NATURAL_PERSON } from '../shared/things';

interface Content {
	id: string;
	/** What is to be set, by Tradevest's names. */
	set: { firstName?: string; lastName?: string; profession?: string; mainAddress?: Address; correspondenceAddress?: Address };
}

const updateFields = changeFields(
	'What is to be set; the rest stays. That a person has died is told by the operation Report Death.',
	addressField('correspondenceAddress', 'Correspondence Address', 'Where letters go, if not to the main address'),
	typedField('firstName', 'First Name', 'e.g. Lena Maria', 'All first names as on the identity card'),
	typedField('lastName', 'Last Name', 'e.g. Hartwig', 'As on the identity card'),
	addressField('mainAddress', 'Main Address', 'Where the person lives'),
	typedField('profession', 'Profession', 'e.g. Engineer', 'In words'),
);

function read(fields: FieldReader): Content {
	const at = (name: string) => `updateFields.${name}`;
	const set: Content['set'] = onlyGiven({
		firstName: fields.optionalText(at('firstName'), { label: 'First Name', longest: 255 }).replace(/\s+/g, ' '),
		lastName: fields.optionalText(at('lastName'), { label: 'Last Name', longest: 255 }),
		profession: fields.optionalText(at('profession'), { label: 'Profession', longest: 255 }),
		mainAddress: readAddress(fields, at('mainAddress'), 'Main Address'),
		correspondenceAddress: readAddress(fields, at('correspondenceAddress'), 'Correspondence Address'),
	});
	if (Object.keys(set).length === 0 && !fields.isFaulty) fields.fault('Update Fields', 'must have at least one field');
	return { id: readId(fields, 'naturalPersonId', LABELS.naturalPersonId), set };
}

/** Changes a natural person, `PATCH /entities/natural-persons/{naturalPersonId}` (api_migration_guide; release 1.5.0). */
export const update = change<Content>({
	name: 'update',
	displayName: 'Update',
	action: 'Update a natural person',
	description: 'Change data of a person; Tradevest may have to approve it',
	source: { call: 'PATCH /entities/natural-persons/{naturalPersonId}', standing: 'name known; members as those of Create are inferred' },
	thing: NATURAL_PERSON,
	properties: [naturalPersonId, updateFields],
	read,
	id: ({ id }) => id,
	request: ({ id, set, requestorId }) => ({ method: 'PATCH', path: NATURAL_PERSON.one(id), body: set, ...actingAs({ requestorId }) }),
	isApplied: (row, { set }) => holds(row, set),
});
