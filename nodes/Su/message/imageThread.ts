import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { hotelId } from '../shared/fields';
import { GUEST_CHANNELS } from '../shared/guestChannel';
import { LABELS } from '../shared/labels';
import type { OfProperty } from '../shared/lists';
import { readThreadId, threadId } from './threadId';

/** The talk with a guest of Booking.com in which images are sent. No page of Su shows these calls: they are known from clients. */
export interface ImageThread extends OfProperty {
	channelHotelId: string;
	threadId: string;
}

const CHANNEL_HOTEL = 'Channel Hotel ID';

/** The fields for it. */
export const imageThreadFields: INodeProperties[] = [
	{ ...hotelId, description: 'Your own ID of the property, as Su knows it (hotel_id). No page of Su shows this call, so all of it is uncertain.' },
	{
		displayName: CHANNEL_HOTEL,
		name: 'channelHotelId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 1234567',
		description: 'The ID that Booking.com has for the property (ChannelHotelID of Channel: Get Mappings)',
	},
	threadId,
];

/** Reads them. Faults are noted in `fields`. */
export function readImageThread(fields: FieldReader): ImageThread {
	return {
		hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
		channelHotelId: fields.code('channelHotelId', { label: CHANNEL_HOTEL }),
		threadId: readThreadId(fields),
	};
}

/** The part of either request that names the talk. Images go to Booking.com alone. */
export function threadInBody({ hotelId: hotel_id, channelHotelId: channel_hotel_id, threadId: thread_id }: ImageThread) {
	return { hotel_id, channel_id: GUEST_CHANNELS.bookingCom, channel_hotel_id, thread_id } as const;
}
