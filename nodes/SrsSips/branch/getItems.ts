import { branchCode } from '../shared/fields';
import { unconfirmedRead } from '../shared/unconfirmedRead';

/** V1 Branch Active Items: in the lists of earlier documents, and not in those of 2026. Path and answer were never public. */
export const getItems = unconfirmedRead({
	name: 'getItems',
	displayName: 'Get Active Items (Legacy V1)',
	action: 'Get active items of a branch legacy v1',
	description: 'List the items of a branch by item code; SRS has dropped this call from its current documents',
	by: branchCode,
	template: '/branches/activeItems/{branchCode}',
	what: 'Branch Active Items',
	isList: true,
});
