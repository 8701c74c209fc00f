import type { IDataObject } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { holds } from '../../../engine/items/holds';
import type { RunContext } from '../../../engine/operation/operation';
import { changeFields } from '../shared/collections';
import { change } from '../shared/change';
import { LABELS, legalEntityId, readId } from '../shared/fields';
import { actingAs } from '../shared/requestor';
import { LEGAL_ENTITY } from '../shared/things';
import { furtherFields, neededFields, readFurther, readNeededIfGiven } from './companyFields';

interface Content {
	id: string;
	/** What is to be set, by Tradevest's names. */
	set: IDataObject;
}

const updateFields = changeFields('What is to be set; the rest stays', ...[...neededFields, ...furtherFields].sort((one, other) => one.displayName.localeCompare(other.displayName)));

function read(fields: FieldReader, run: RunContext): Content {
	const set = { ...readNeededIfGiven(fields, run, 'updateFields'), ...readFurther(fields, run, 'updateFields') };
	if (Object.keys(set).length === 0 && !fields.isFaulty) fields.fault('Update Fields', 'must have at least one field');
	return { id: readId(fields, 'legalEntityId', LABELS.legalEntityId), set };
}

/** Changes a company, `PATCH /entities/legal-entities/{legalEntityId}` (api_migration_guide; release 1.5.0). */
export const update = change<Content>({
	name: 'update',
	displayName: 'Update',
	action: 'Update a legal entity',
	description: 'Change data of a company; Tradevest may have to approve it',
	source: { call: 'PATCH /entities/legal-entities/{legalEntityId}', standing: 'name known; members as those of Create are inferred' },
	thing: LEGAL_ENTITY,
	properties: [legalEntityId, updateFields],
	read,
	id: ({ id }) => id,
	request: ({ id, set, requestorId }) => ({ method: 'PATCH', path: LEGAL_ENTITY.one(id), body: set, ...actingAs({ requestorId }) }),
	isApplied: (row, { set }) => holds(row, set),
});
