import type { PartnerRequest } from '../../../engine/http/request';
import type { HotelRequest } from './contract';
import { suPath } from './su';

/** Properties, `GET pmsproperty` (content/listing/property-listing). */
export const propertiesRequest: PartnerRequest = { method: 'GET', path: suPath('pmsproperty') };

/** Room types of a property, `POST roomdetails` (content/listing/room-type-listing). */
export function roomTypesRequest(hotelId: string): PartnerRequest {
	return hotelRequest('roomdetails', hotelId);
}

/** Rate plans of a property, `POST ratedetails` (content/listing/rate-plan-listing). */
export function ratePlansRequest(hotelId: string): PartnerRequest {
	return hotelRequest('ratedetails', hotelId);
}

/** What waits for a property, `POST Reservation` (reservations/new-modified-requested-cancelled-retrievals). */
export function newReservationsRequest(hotelId: string): PartnerRequest {
	return hotelRequest('Reservation', hotelId);
}

function hotelRequest(name: string, hotelid: string): PartnerRequest {
	const body: HotelRequest = { hotelid };
	return { method: 'POST', path: suPath(name), body };
}
