import { LABELS } from '../shared/labels';
import { onceMore } from '../shared/onceMore';
import { isConnection, mappedIn, showsUnmapped } from './connection';
import { atChannelFields, MAP, mapRequest, mappingFields, mappingIds, mapSource, readMapping } from './mapping';
import { removal } from './removal';

const again = onceMore(LABELS.ratePlanId, 'confirmRatePlanId', 'e.g. FLEX', 'the rate plan whose mapping is to be taken away');

/** Takes the mapping of a rate plan away, as `mapRequest` says. What a removal needs is not shown: the ids and a status go out. */
export const unmapRatePlan = removal({
	name: 'unmapRatePlan',
	displayName: 'Unmap Rate Plan',
	action: 'Unmap a rate plan of a channel',
	description: 'Take the mapping of a room type with a rate plan at a channel away: the channel gets no more rates of it, and its ID is typed in twice',
	source: mapSource,
	what: MAP,
	done: 'unmapped',
	properties: [...mappingFields, again.field, ...atChannelFields],
	options: [],

	read(fields) {
		const removed = readMapping(fields);
		again.read(fields, removed.ratePlanId);
		return removed;
	},

	request: (removed) => mapRequest(removed, 'remove', 'Inactive'),
	isListed: (connections, removed) => mappedIn(connections, removed).length > 0,
	showsGone: (connections, removed, before) => showsUnmapped(connections, removed, before),
	notListed: (connections, removed) => ({
		field: LABELS.ratePlanId,
		expected: connections.some((each) => isConnection(each, removed))
			? `must be mapped at channel ${removed.channelId} together with ${removed.roomId}, and ${removed.ratePlanId} is not: Channel: Get Mappings shows what is`
			: `must be mapped, and ${removed.hotelId} is not connected to channel ${removed.channelId}${removed.channelHotelId === '' ? '' : ` as ${removed.channelHotelId}`}`,
	}),
	ids: (removed) => mappingIds(removed),
	label: (removed) => `${removed.hotelId}, channel ${removed.channelId}, ${removed.roomId} with ${removed.ratePlanId}`,
});
