import type { PartnerRequest } from '../../../engine/http/request';
import type { CancellationOptionsRequest } from '../shared/contract';
import { suPath } from '../shared/requests';

/** Asks with what a booking of Airbnb could be cancelled (airbnb/cancel-reservation/retrieve-airbnb-cancel-reservation-details-api). */
export function cancellationOptionsRequest(hotelid: string, channel_bookingid: string): PartnerRequest {
	const body: CancellationOptionsRequest = { hotelid, request_for: 'cancel_retrieve', channel_bookingid };
	return { method: 'POST', path: suPath('CancelReservationAB'), body };
}
