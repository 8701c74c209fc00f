import { listOfProperty } from '../shared/listOfProperty';
import { ROOM_TYPES } from '../shared/lists';

/** Room types, `POST roomdetails` (content/listing/room-type-listing). */
export const getAll = listOfProperty({
	rows: 'room types',
	description: 'List the room types of a property, with occupancy, quantity and rate',
	source: { call: 'POST /SUAPI/jservice/roomdetails', standing: 'documented' },
	list: ROOM_TYPES,
});
