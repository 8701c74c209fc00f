import { getMany } from '../shared/reads';
import { readRole, roleFields } from '../shared/roles';
import { offboardingsOf } from './offboardings';

/** The offboardings of a role, `GET /roles/offboardings` (api-reference/roles/offboarding). */
export const getAll = getMany({
	action: 'Get many offboardings',
	description: 'Read the offboardings of a customer or a proxy',
	source: { call: 'GET /roles/offboardings', standing: 'documented' },
	what: 'List of Offboardings',
	properties: roleFields,
	read: readRole,
	request: (role) => offboardingsOf(role),
});
