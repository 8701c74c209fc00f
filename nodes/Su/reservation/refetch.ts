import type { IDataObject } from 'n8n-workflow';

import type { PartnerRequest } from '../../../engine/http/request';
import { textOf } from '../../../engine/values';
import type { ReservationRequest } from '../shared/contract';
import { suPath } from '../shared/requests';

/** The call as Su's documents name it. */
export const REFETCH = 'Refetch Booking';

/** Reads one booking again, `POST getReservation` (reservations/booking-repull/refetch-booking). Su allows that five times for each. */
export function refetchRequest(hotelid: string, bookingid: string): PartnerRequest {
	const body: ReservationRequest = { hotelid, bookingid };
	return { method: 'POST', path: suPath('getReservation'), body };
}

/**
 * Whether a row is the booking that was asked for, as far as it says; one with neither id nor number may be any. Its `id` may have another form than
 * the one of the list (an integrator saw it change): then the channel's number says it, with the property as Su makes ids of it, or alone. That Su
 * takes the number alone is inferred.
 */
export function mayBeBooking(row: IDataObject, hotelId: string, bookingId: string): boolean {
	const given = textOf(row.id)?.trim().toLowerCase();
	const number = textOf(row.channel_booking_id)?.trim().toLowerCase();
	const asked = bookingId.trim().toLowerCase();
	if (given === undefined && number === undefined) return true;
	if (given !== undefined && (given === asked || given.startsWith(`${asked}_`))) return true;
	return number !== undefined && (number === asked || `${number}_${hotelId.trim().toLowerCase()}` === asked);
}
