import type { FieldReader } from '../../../engine/items/fields';
import type { RunContext } from '../../../engine/operation/operation';
import { deed } from '../shared/deed';
import { LABELS, naturalPersonId, readId } from '../shared/fields';
import { readPastDay } from '../shared/pastDay';
import { actingAs } from '../shared/requestor';
import { NATURAL_PERSON } from '../shared/things';

interface Content {
	id: string;
	/** A day. */
	deathDay: string;
}

const DAY = 'Death Day';
const CONFIRMED = 'This Person Has Died';

function read(fields: FieldReader, run: RunContext): Content {
	const deathDay = readPastDay(fields, 'deathDay', DAY, run);
	if (!fields.flag('isDeathConfirmed', { label: CONFIRMED }) && !fields.isFaultyAt(CONFIRMED)) fields.fault(CONFIRMED, 'must be switched on: what Tradevest does then cannot be taken back');
	return { id: readId(fields, 'naturalPersonId', LABELS.naturalPersonId), deathDay };
}

/**
 * Tells Tradevest that a person has died, `PATCH /entities/natural-persons/{naturalPersonId}` with `deathDay` alone (api_migration_guide; that it
 * begins a process of its own is known from notes).
 */
export const reportDeath = deed<Content>({
	name: 'reportDeath',
	displayName: 'Report Death',
	action: 'Report the death of a natural person',
	description: 'Tell Tradevest that a person has died, which begins a process of its own there and cannot be taken back',
	source: { call: 'PATCH /entities/natural-persons/{naturalPersonId}', standing: 'name known; that a day of death can be told is known from notes' },
	thing: NATURAL_PERSON,
	properties: [
		naturalPersonId,
		{ displayName: DAY, name: 'deathDay', type: 'dateTime', typeOptions: { dateOnly: true }, required: true, default: '', description: 'The day on which the person died' },
		{ displayName: CONFIRMED, name: 'isDeathConfirmed', type: 'boolean', default: false, description: 'Whether the person has died for certain. Nothing is sent while this is off.' },
	],
	read,
	id: ({ id }) => id,
	isOnceForEver: true,
	request: ({ id, deathDay, requestorId }) => ({ method: 'PATCH', path: NATURAL_PERSON.one(id), body: { deathDay }, ...actingAs({ requestorId }) }),
	isDone: (row, { deathDay }) => row.deathDay === deathDay,
	whereToLook: 'Look with Natural Person: Get.',
});
