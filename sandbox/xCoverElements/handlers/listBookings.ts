import { bookings } from '../data/bookings';
import type { Permission } from '../permission';
import type { XCoverElementsHandler } from '../types';

/** All bookings of the partner (api/manage-booking). */
export function listBookings(permission: Permission): XCoverElementsHandler<'listBookings'> {
	return ({ path }) => {
		const refusal = permission.refusal(path.partner_id, 'bookings:view');
		if (refusal) return { status: 403, body: refusal };
		return { status: 200, body: { data: [...bookings] } };
	};
}
