import { getOne } from '../shared/reads';
import { OFFBOARDING } from '../shared/things';
import { offboardingId, readOffboardingId } from './offboardingId';

/** One offboarding, `GET /roles/offboardings/{offboardingId}` (api-reference/roles/offboarding). */
export const get = getOne({
	action: 'Get an offboarding',
	description: 'Read an offboarding and its state',
	source: { call: 'GET /roles/offboardings/{offboardingId}', standing: 'documented' },
	what: OFFBOARDING.what,
	properties: [offboardingId],
	read: readOffboardingId,
	request: ({ id }) => ({ method: 'GET', path: OFFBOARDING.one(id) }),
});
