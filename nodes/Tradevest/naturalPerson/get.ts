import { readId, LABELS, naturalPersonId } from '../shared/fields';
import { getOne } from '../shared/reads';
import { NATURAL_PERSON } from '../shared/things';

/** Members that one looks for first. */
export const MAIN = ['naturalPersonId', 'globalId', 'status', 'firstName', 'lastName', 'birthDay', 'externalId', 'roles', 'createdOn', 'modifiedOn'];

/** One natural person, `GET /entities/natural-persons/{naturalPersonId}` (api_migration_guide). */
export const get = getOne({
	action: 'Get a natural person',
	description: 'Read one person: its data, state and roles',
	source: { call: 'GET /entities/natural-persons/{naturalPersonId}', standing: 'documented in parts' },
	what: NATURAL_PERSON.what,
	properties: [naturalPersonId],
	main: MAIN,
	read: (fields) => ({ id: readId(fields, 'naturalPersonId', LABELS.naturalPersonId) }),
	request: ({ id }) => ({ method: 'GET', path: NATURAL_PERSON.one(id) }),
});
