import type { PartnerRequest } from '../../../engine/http/request';
import type { IsoDay } from '../../../engine/calendar';
import type { BookingListRequest } from '../shared/contract';
import { suPath } from '../shared/requests';

/** Lists the bookings of a property that were made between two days, `POST Bookings` (reservations/booking-repull/list-of-bookings). */
export function bookingListRequest(hotelId: string, from: IsoDay, to: IsoDay): PartnerRequest {
	const body: BookingListRequest = { Su_hotelid: hotelId, date_from: monthFirst(from), date_to: monthFirst(to) };
	return { method: 'POST', path: suPath('Bookings'), body };
}

/** `MM-DD-YYYY`, as this call alone has it, of `YYYY-MM-DD`. */
function monthFirst(day: string): string {
	const [year, month, date] = day.split('-');
	return `${month}-${date}-${year}`;
}
