import type { SandboxState } from '../../core/state';
import type { ElementsDesk } from '../elements/desk';
import type { XCoverElementsSettings } from '../settings';
import type { BookingList, XCoverElementsHandler } from '../types';

/** All bookings of the partner (api/manage-booking), in pages where that is switched on. */
export function listBookings({ permission, bookings }: ElementsDesk, state: SandboxState<XCoverElementsSettings>): XCoverElementsHandler<'listBookings'> {
	return ({ path, query: { page = 1 } }) => {
		const refusal = permission.refusal(path.partner_id, 'bookings:view');
		if (refusal) return { status: 403, body: refusal };
		const all = bookings.list();
		const { bookingPages, bookingsPerPage } = state.settings;
		if (bookingPages === 'none') return { status: 200, body: { data: [...all] } };
		return { status: 200, body: pageOf(all, page, bookingsPerPage, `${state.url}/api/partners/${path.partner_id}/bookings`) };
	};
}

function pageOf(all: readonly BookingList['data'][number][], page: number, size: number, url: string): BookingList {
	const last = Math.max(1, Math.ceil(all.length / size));
	const from = (page - 1) * size;
	const data = all.slice(from, from + size);
	const at = (number: number) => `${url}?page=${number}`;
	return {
		data,
		links: { first: at(1), last: at(last), prev: page > 1 ? at(page - 1) : null, next: page < last ? at(page + 1) : null },
		meta: { current_page: page, from: data.length > 0 ? from + 1 : null, to: data.length > 0 ? from + data.length : null, last_page: last, per_page: size, total: all.length, path: url },
	};
}
