import { deletion } from '../shared/deletion';
import { hotelId, roomId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { onceMore } from '../shared/onceMore';
import { ROOM_TYPE } from '../shared/things';
import { ROOM_PAGE, roomTypeRequest } from './roomTypeContent';

const again = onceMore(LABELS.roomId, 'confirmRoomId', 'e.g. SUP-DBL', 'the room type that is to be deleted');

/** Deletes a room type, `POST OTA_HotelRoom` (content/room-type). */
export const deleteRoomType = deletion({
	thing: ROOM_TYPE,
	description: 'Delete a room type of a property; its ID is typed in twice, and it cannot be undone',
	source: { call: 'POST /SUAPI/jservice/OTA_HotelRoom', standing: 'documented; whether one that is mapped or booked is refused is not' },
	page: ROOM_PAGE,
	properties: [hotelId, roomId, again.field],

	read(fields) {
		const ids = { hotelId: fields.code('hotelId', { label: LABELS.hotelId }), roomId: fields.code('roomId', { label: LABELS.roomId }) };
		again.read(fields, ids.roomId);
		return ids;
	},

	request: ({ hotelId: property, roomId: roomid }) => roomTypeRequest(property, { InvNotifType: 'Overlay', InvStatusType: 'Delete', roomid }),
});
