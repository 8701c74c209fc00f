import { branchCode } from '../shared/fields';
import { unconfirmedRead } from '../shared/unconfirmedRead';

/** V1 Branch Details: in the lists of earlier documents, and not in those of 2026. Path and answer were never public. */
export const get = unconfirmedRead({
	name: 'get',
	displayName: 'Get (Legacy V1)',
	action: 'Get a branch legacy v1',
	description: 'Read one branch; SRS has dropped this call from its current documents',
	by: branchCode,
	template: '/branches/{branchCode}',
	what: 'Branch Details',
	isList: false,
});
