import { customerCode } from '../shared/fields';
import { unconfirmedRead } from '../shared/unconfirmedRead';

/** V1 Ship to Address: in the lists of earlier documents, and not in those of 2026. Path and answer were never public. */
export const getShipToAddresses = unconfirmedRead({
	name: 'getShipToAddresses',
	displayName: 'Get Ship-to Addresses (Legacy V1)',
	action: 'Get ship to addresses of a customer',
	description: 'List where a customer has goods sent to; SRS has dropped this call from its current documents',
	by: customerCode,
	template: '/customers/shipToAddresses/{customerCode}',
	what: 'Ship to Address',
	isList: true,
});
