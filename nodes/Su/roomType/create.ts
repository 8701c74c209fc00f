import { ownId } from '../shared/contentKinds';
import { creation } from '../shared/creation';
import { LABELS } from '../shared/labels';
import { ROOM_TYPE } from '../shared/things';
import { newRoomTypeRequest, readRoomTypeContent, ROOM_PAGE } from './roomTypeContent';
import { newRoomTypeFields, ROOM_LABELS, ROOM_SHOWN } from './roomTypeFields';

/** Creates a room type, as `newRoomTypeRequest` says. */
export const create = creation({
	thing: ROOM_TYPE,
	description: 'Create a room type of a property under an ID of your own',
	source: { call: 'POST /SUAPI/jservice/OTA_HotelRoom', standing: 'documented; the list of kinds is not, and how an ID that is there is refused is told in two ways' },
	page: ROOM_PAGE,
	properties: newRoomTypeFields,
	shown: ROOM_SHOWN,
	read: (fields) => ({
		hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
		roomId: fields.kind('newRoomId', { label: ROOM_LABELS.newRoomId }, ownId, ''),
		...readRoomTypeContent(fields, true),
	}),
	request: newRoomTypeRequest,
});
