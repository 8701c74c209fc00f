import { creation } from '../shared/creation';
import { actingAs } from '../shared/requestor';
import { readRole, roleFields, type Role } from '../shared/roles';
import { ONBOARDING } from '../shared/things';

/**
 * Has a customer or proxy looked at, `POST /roles/onboardings` (legal-entity-partner-ident-service). Tradevest refuses a second one while one is under
 * way; one that failed for a missing document leaves all as it is, and a new one is started.
 */
export const start = creation<Role>({
	name: 'start',
	displayName: 'Start',
	action: 'Start an onboarding',
	description: 'Have a customer or a proxy looked at, so that it becomes active; sent once in an execution',
	source: { call: 'POST /roles/onboardings', standing: 'path documented; the body is known from notes' },
	thing: ONBOARDING,
	hasExternalId: false,
	hasRequestor: true,
	isAnew: true,
	properties: roleFields,
	read: readRole,
	label: ({ roleType, roleId }) => `onboarding of ${roleType} ${roleId}`,
	sameAs: ({ roleType, roleId }) => [roleType, roleId.toLowerCase()],
	request: ({ roleType, roleId, requestorId }) => ({ method: 'POST', path: '/roles/onboardings', body: { roleType, roleId }, ...actingAs({ requestorId }) }),
	whereToLook: 'Read the state of the customer with Customer: Get. To start it once more does no harm: Tradevest refuses a second one while one is under way.',
});
