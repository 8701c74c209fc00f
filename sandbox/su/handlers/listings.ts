import type { Holdings } from '../holdings';
import { codes, errorAnswer, unknownHotel } from '../errors';
import type { SuHandler } from '../types';

/** All properties (content/listing/property-listing). */
export function listProperties(holdings: Holdings): SuHandler<'listProperties'> {
	return () => ({ status: 200, body: { properties: holdings.houses().map(({ property }) => property) } });
}

/** The room types of a property (content/listing/room-type-listing). */
export function listRoomTypes(holdings: Holdings): SuHandler<'listRoomTypes'> {
	return ({ body }) => {
		const house = holdings.find(body.hotelid);
		if (!house) return unknownHotel(body.hotelid);
		if (house.rooms.length === 0) return { status: 400, body: errorAnswer(codes.noRooms, 'No rooms found') };
		return { status: 200, body: { rooms: [...house.rooms] } };
	};
}

/** The rate plans of a property (content/listing/rate-plan-listing). */
export function listRatePlans(holdings: Holdings): SuHandler<'listRatePlans'> {
	return ({ body }) => {
		const house = holdings.find(body.hotelid);
		if (!house) return unknownHotel(body.hotelid);
		if (house.ratePlans.length === 0) return { status: 400, body: errorAnswer(codes.noRatePlans, 'No rates found') };
		return { status: 200, body: { rateplans: [...house.ratePlans] } };
	};
}
