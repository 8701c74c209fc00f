import { LABELS, legalEntityId, readId } from '../shared/fields';
import { getOne } from '../shared/reads';
import { LEGAL_ENTITY } from '../shared/things';

/** Members that one looks for first. */
const MAIN = ['legalEntityId', 'globalId', 'status', 'legalName', 'legalForm', 'registerNumber', 'legalEntityIdentifier', 'externalId', 'createdOn', 'modifiedOn'];

/** One company, `GET /entities/legal-entities/{legalEntityId}` (api_migration_guide). */
export const get = getOne({
	action: 'Get a legal entity',
	description: 'Read one company: its data, state and roles',
	source: { call: 'GET /entities/legal-entities/{legalEntityId}', standing: 'name known; what comes back is inferred' },
	what: LEGAL_ENTITY.what,
	properties: [legalEntityId],
	main: MAIN,
	read: (fields) => ({ id: readId(fields, 'legalEntityId', LABELS.legalEntityId) }),
	request: ({ id }) => ({ method: 'GET', path: LEGAL_ENTITY.one(id) }),
});
