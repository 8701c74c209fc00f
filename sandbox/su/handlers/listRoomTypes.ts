import { findHouse } from '../data/properties';
import { codes, errorAnswer } from '../errors';
import type { SuHandler } from '../types';

/** The room types of a property (content/listing/room-type-listing). */
export const listRoomTypes: SuHandler<'listRoomTypes'> = ({ body }) => {
	const house = findHouse(body.hotelid);
	if (!house) return { status: 400, body: errorAnswer(codes.unknownHotel, `Invalid HotelCode (${body.hotelid})`) };
	if (house.rooms.length === 0) return { status: 400, body: errorAnswer(codes.noRooms, 'No rooms found') };
	return { status: 200, body: { rooms: house.rooms } };
};
