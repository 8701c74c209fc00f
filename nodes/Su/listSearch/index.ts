import { listSearchMethods } from '../../../engine/listSearch/listSearch';
import { suSender } from '../shared/su';
import { channelCodes, channelHotels, channels } from './channels';
import { properties, ratePlans, roomTypes } from './lists';

/** Every list by the name under which fields ask for it, as n8n calls it: `methods.listSearch` of the node. */
export const suListSearch = listSearchMethods(
	{
		searchChannelCodes: channelCodes,
		searchChannelHotels: channelHotels,
		searchChannels: channels,
		searchProperties: properties,
		searchRatePlans: ratePlans,
		searchRoomTypes: roomTypes,
	},
	suSender,
);

/** A list that a field can offer. */
export type ListName = keyof typeof suListSearch;
