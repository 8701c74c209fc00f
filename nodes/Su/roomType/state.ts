import type { RepeatableOperation } from '../../../engine/operation/operation';
import { roomId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import type { OfProperty } from '../shared/lists';
import { stateChange } from '../shared/stateChange';
import { ROOM_PAGE, roomTypeRequest } from './roomTypeContent';

/** Su's words for the two states. */
const STATUS = { activate: 'Active', deactivate: 'Deactivated' } as const;

/** Switches a room type on or off, `POST OTA_HotelRoom` (content/room-type). One that Su does not know is refused. */
export function roomTypeState(state: keyof typeof STATUS, description: string): RepeatableOperation<OfProperty & { roomId: string }> {
	return stateChange({
		state,
		thing: 'a room type',
		description,
		source: { call: 'POST /SUAPI/jservice/OTA_HotelRoom', standing: 'documented; how an unknown room type is refused is told in two ways' },
		what: ROOM_PAGE,
		fields: [roomId],
		read: (fields) => ({ roomId: fields.code('roomId', { label: LABELS.roomId }) }),

		request: ({ hotelId, roomId: roomid }) => roomTypeRequest(hotelId, { InvNotifType: 'Overlay', InvStatusType: STATUS[state], roomid }),
		ids: ({ roomId: id }) => ({ roomId: id }),
	});
}
