import type { INodeProperties } from 'n8n-workflow';

import { readId } from '../shared/fields';
import { getOne } from '../shared/reads';
import { JOINT_PERSON } from '../shared/things';

const LABEL = 'Joint Person ID';

const jointPersonId: INodeProperties = {
	displayName: LABEL,
	name: 'jointPersonId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 5d1f8f4a-9b58-4d9e-8c52-6f4b1d0d9e33',
	description: 'The joint person, as Tradevest knows it: jointPersonId of Create',
};

/** Two persons together, `GET /entities/joint-persons/{jointPersonId}` (api_migration_guide). */
export const get = getOne({
	action: 'Get a joint person',
	description: 'Read which two persons are together, their state and roles',
	source: { call: 'GET /entities/joint-persons/{jointPersonId}', standing: 'name known; what comes back is inferred' },
	what: JOINT_PERSON.what,
	properties: [jointPersonId],
	main: ['jointPersonId', 'globalId', 'np1Id', 'np2Id', 'status', 'createdOn', 'modifiedOn'],
	read: (fields) => ({ id: readId(fields, 'jointPersonId', LABEL) }),
	request: ({ id }) => ({ method: 'GET', path: JOINT_PERSON.one(id) }),
});
