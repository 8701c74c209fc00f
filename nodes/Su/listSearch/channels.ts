import { Failure } from '../../../engine/failure';
import { namedChoice } from '../../../engine/listSearch/choices';
import type { ListSource } from '../../../engine/listSearch/listSearch';
import { partnerList } from '../../../engine/listSearch/partnerList';
import { textOf } from '../../../engine/values';
import { LABELS } from '../shared/labels';
import type { OfProperty } from '../shared/lists';
import { connectionsIn, MAPPINGS, mappingsRequest } from '../shared/mappings';
import { SU } from '../shared/su';
import { CHANNEL_NAMES } from './channelNames';

/** A channel to which a property is connected. */
interface Connection {
	channelId: string;
	/** The channel's own number of the hotel; `''` where it has none. */
	channelHotelId: string;
	/** The name of the channel; `''` where it is not known. */
	name: string;
}

const connections = partnerList<OfProperty, Connection>({
	partner: SU,
	what: MAPPINGS,
	most: 20,
	request: ({ hotelId }) => mappingsRequest(hotelId),
	rows: connectionsIn,
	read({ ChannelID, ChannelHotelID }) {
		const channelId = textOf(ChannelID)?.trim();
		if (channelId === undefined) return undefined;
		return { channelId, channelHotelId: textOf(ChannelHotelID)?.trim() ?? '', name: CHANNEL_NAMES.get(channelId) ?? '' };
	},
	unknown: ({ hotelId }) => ({ message: `No channels of property ${hotelId}`, advice: `Check ${LABELS.hotelId}, and that the property has channels at Su.` }),
});

/** The channels to which the property that is chosen is connected. */
export const channels: ListSource = async ({ fields, sender }) => {
	const hotelId = fields.needed('hotelId', LABELS.hotelId);
	return (await connections(sender, { hotelId })).map(({ channelId, name }) => namedChoice(channelId, name));
};

/** The hotels of the chosen channel that are connected to the chosen property. */
export const channelHotels: ListSource = async ({ fields, sender }) => {
	const hotelId = fields.needed('hotelId', LABELS.hotelId);
	const channelId = fields.needed('channelId', LABELS.channelId);
	const ofChannel = (await connections(sender, { hotelId })).filter((connection) => connection.channelId === channelId);
	if (ofChannel.length === 0) throw new Failure('notFound', `Property ${hotelId} is not connected to channel ${channelId}`, { advice: `Choose ${LABELS.channelId} again.` });
	return ofChannel.flatMap(({ channelHotelId }) => (channelHotelId === '' ? [] : [namedChoice(channelHotelId, '')]));
};

/** All channels that Su's tables name, for a property that is not connected yet. */
export const channelCodes: ListSource = async () => await Promise.resolve([...CHANNEL_NAMES].map(([code, name]) => namedChoice(code, name)).sort((one, other) => one.name.localeCompare(other.name)));
