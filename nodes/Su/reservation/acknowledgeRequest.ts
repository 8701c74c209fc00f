import type { PartnerRequest } from '../../../engine/http/request';
import type { Acknowledgement } from '../shared/contract';
import { suPath } from '../shared/requests';

/** Takes messages out of the queue of a property, `POST Reservation_notif` (reservations/reservation-notification). */
export function acknowledgeRequest(hotelid: string, ids: readonly string[]): PartnerRequest {
	const body: Acknowledgement = { hotelid, reservation_notif: { reservation_notif_id: [...new Set(ids)] } };
	return { method: 'POST', path: suPath('Reservation_notif'), body };
}
