import { customerCode } from '../shared/fields';
import { unconfirmedRead } from '../shared/unconfirmedRead';

/** V1 Nearest Eligible Branch: in the lists of earlier documents, and not in those of 2026. Path and answer were never public. */
export const getNearest = unconfirmedRead({
	name: 'getNearest',
	displayName: 'Get Nearest (Legacy V1)',
	action: 'Get the nearest branch of a customer legacy v1',
	description: 'Find the branch nearest to a customer; SRS has dropped this call from its current documents',
	by: customerCode,
	template: '/branches/nearestEligibleBranch/{customerCode}',
	what: 'Nearest Eligible Branch',
	isList: true,
});
