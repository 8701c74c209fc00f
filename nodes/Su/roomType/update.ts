import { LABELS } from '../shared/labels';
import { replacement } from '../shared/replacement';
import { ROOM_TYPE } from '../shared/things';
import { changedRoomTypeRequest, readRoomTypeContent, ROOM_PAGE, roomTypeFaults } from './roomTypeContent';
import { roomTypeFields, ROOM_SHOWN } from './roomTypeFields';

/** Changes a room type, as `changedRoomTypeRequest` says. */
export const update = replacement({
	thing: ROOM_TYPE,
	description: 'Replace what Su has of a room type; what Su lists of it stays where it is left empty',
	source: { call: 'POST /SUAPI/jservice/OTA_HotelRoom', standing: 'documented; how an unknown room type is refused is told in two ways' },
	page: ROOM_PAGE,
	properties: roomTypeFields,
	shown: ROOM_SHOWN,
	needed: ['roomName', 'roomType', 'maxOccupancy', 'roomRate'],
	read: (fields) => ({
		hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
		roomId: fields.code('roomId', { label: LABELS.roomId }),
		...readRoomTypeContent(fields, false),
	}),
	faults: roomTypeFaults,
	request: changedRoomTypeRequest,
});
