import type { PartnerRequest } from '../../../engine/http/request';
import type { Role } from '../shared/roles';

/** The offboardings of a role; a bare list (api-reference/roles/offboarding). */
export function offboardingsOf({ roleType, roleId }: Role): PartnerRequest {
	return { method: 'GET', path: '/roles/offboardings', query: { offboardingRoleType: roleType, roleId } };
}
