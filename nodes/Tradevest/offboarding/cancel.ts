import { change } from '../shared/change';
import { actingAs } from '../shared/requestor';
import { OFFBOARDING } from '../shared/things';
import { offboardingId, readOffboardingId } from './offboardingId';

/** Takes an ordinary offboarding back, `DELETE /roles/offboardings/{offboardingId}` (api-reference/roles/offboarding). */
export const cancel = change<{ id: string }>({
	name: 'cancel',
	displayName: 'Cancel',
	action: 'Cancel an offboarding',
	description: 'Take an ordinary offboarding back; applied is true once it is read as cancelled',
	source: { call: 'DELETE /roles/offboardings/{offboardingId}', standing: 'documented' },
	thing: OFFBOARDING,
	properties: [offboardingId],
	read: readOffboardingId,
	id: ({ id }) => id,
	request: ({ id, requestorId }) => ({ method: 'DELETE', path: OFFBOARDING.one(id), ...actingAs({ requestorId }) }),
	isApplied: ({ status }) => status === 'CANCELED',
});
