import { readId } from '../shared/fields';
import { getOne } from '../shared/reads';
import { ONBOARDING } from '../shared/things';

/** One onboarding, `GET /roles/onboardings/{onboardingId}` (legal-entity-partner-ident-service). Why one failed is told by webhook only. */
export const get = getOne({
	action: 'Get an onboarding',
	description: 'Read an onboarding and its state; why one failed is told by webhook only',
	source: { call: 'GET /roles/onboardings/{onboardingId}', standing: 'documented in parts' },
	what: ONBOARDING.what,
	properties: [{ displayName: 'Onboarding ID', name: 'onboardingId', type: 'string', required: true, default: '', placeholder: 'e.g. 0f6d3c0b-6f33-4a38-9d0c-5e9a4f7f1b12', description: 'As Tradevest knows it: onboardingId of Start' }],
	read: (fields) => ({ id: readId(fields, 'onboardingId', 'Onboarding ID') }),
	request: ({ id }) => ({ method: 'GET', path: ONBOARDING.one(id) }),
});
