import type { INodeProperties } from 'n8n-workflow';

import { resourceLocatorField } from '../../../engine/listSearch/resourceLocator';
import type { ListName } from '../listSearch';

/** Fields that several operations share: one name, one meaning, one description. */
export const hotelId: INodeProperties = {
	displayName: 'Property ID',
	name: 'hotelId',
	required: true,
	...resourceLocatorField<ListName>('searchProperties', { displayName: 'By ID', name: 'id', placeholder: 'e.g. HVIEW-1' }),
	description: 'Your own ID of the property, as Su knows it (hotelid)',
};

/** Its list needs `hotelId` in the operation. */
export const channelId: INodeProperties = {
	displayName: 'Channel ID',
	name: 'channelId',
	...resourceLocatorField<ListName>('searchChannels', { displayName: 'By ID', name: 'id', placeholder: 'e.g. 19' }),
	description: 'Code of the channel, such as 19 for Booking.com. The list shows the channels to which the property is connected.',
};

/** Its list needs `hotelId` and `channelId` in the operation. */
export const channelHotelId: INodeProperties = {
	displayName: 'Channel Hotel ID',
	name: 'channelHotelId',
	...resourceLocatorField<ListName>('searchChannelHotels', { displayName: 'By ID', name: 'id', placeholder: 'e.g. 1234567' }),
	description: "The channel's own number of the hotel (ChannelHotelID). The list shows those that are connected to the property on this channel.",
};

const anyRoomId: INodeProperties = {
	displayName: 'Room Type ID',
	name: 'roomId',
	...resourceLocatorField<ListName>('searchRoomTypes', { displayName: 'By ID', name: 'id', placeholder: 'e.g. SUP-DBL' }),
};

/** Its list needs `hotelId` in the operation, as does that of `ratePlanId`. */
export const roomId: INodeProperties = { ...anyRoomId, required: true, description: 'Your own ID of the room type (roomid)' };

/** The same where it narrows what is put out. */
export const roomIdFilter: INodeProperties = { ...anyRoomId, description: 'Only this room type' };

/** The number that a channel has for a booking. */
export function channelBookingId(description: string): INodeProperties {
	return { displayName: 'Channel Booking ID', name: 'channelBookingId', type: 'string', required: true, default: '', placeholder: 'e.g. HMABC12345', description };
}

export const ratePlanId: INodeProperties = {
	displayName: 'Rate Plan ID',
	name: 'ratePlanId',
	...resourceLocatorField<ListName>('searchRatePlans', { displayName: 'By ID', name: 'id', placeholder: 'e.g. FLEX' }),
	description: 'Your own ID of the rate plan (rateplanid). All but Rooms to Sell is set for the room type together with a rate plan.',
};
