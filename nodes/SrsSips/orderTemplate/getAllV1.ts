import { customerCode } from '../shared/fields';
import { unconfirmedRead } from '../shared/unconfirmedRead';

/** V1 Order Templates: in the lists of earlier documents. Path and answer were never public. */
export const getAllV1 = unconfirmedRead({
	name: 'getAllV1',
	displayName: 'Get Many (Legacy V1)',
	action: 'Get many order templates legacy v1',
	description: 'List the order templates of a customer as V1 has them; SRS has dropped this call from its current documents',
	by: customerCode,
	template: '/customers/orderTemplates/{customerCode}',
	what: 'Order Templates (V1)',
	isList: true,
});
