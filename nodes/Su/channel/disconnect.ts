import { channelHotelId, channelId, hotelId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { onceMore } from '../shared/onceMore';
import { isConnection, namesOf } from './connection';
import { removal } from './removal';
import { codeAsNumber, isCodeANumber, SETUP, setupRequest, setupSource } from './setup';

const again = onceMore(LABELS.channelHotelId, 'confirmChannelHotelId', 'e.g. 1234567', 'the hotel at the channel that is to be disconnected');

/**
 * Takes the connection to a channel away, as `setupRequest` says. What a removal needs is not shown: what the page calls required goes out,
 * but for multiplier and surcharge, which say nothing of one.
 */
export const disconnect = removal({
	name: 'disconnect',
	displayName: 'Disconnect',
	action: 'Disconnect a channel',
	description: 'Take the connection of a property to a channel away: the channel gets no more rates, and its ID is typed in twice',
	source: setupSource,
	what: SETUP,
	done: 'disconnected',
	properties: [
		hotelId,
		{ ...channelId, required: true },
		{ ...channelHotelId, required: true },
		again.field,
	],
	options: [codeAsNumber],

	read(fields) {
		const removed = {
			hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
			channelId: String(fields.wholeNumber('channelId', { label: LABELS.channelId })),
			channelHotelId: fields.code('channelHotelId', { label: LABELS.channelHotelId }),
			isNumber: isCodeANumber(fields),
		};
		again.read(fields, removed.channelHotelId);
		return removed;
	},

	request: (removed) => setupRequest(removed, 'remove', 'Inactive'),
	isListed: (connections, removed) => connections.some((each) => isConnection(each, removed)),
	// A list that is empty all of a sudden may be an answer that holds nothing.
	showsGone: (connections, removed, before) => connections.length > 0 || (before?.every((each) => isConnection(each, removed)) ?? false),
	notListed: (connections, removed) => ({
		field: LABELS.channelHotelId,
		expected: `must be a connection of ${removed.hotelId} to channel ${removed.channelId}, not ${removed.channelHotelId}: the property is connected to ${namesOf(connections)}`,
	}),
	ids: ({ hotelId: hotel, channelId: channel, channelHotelId: atChannel }) => ({ hotelId: hotel, channelId: channel, channelHotelId: atChannel }),
	label: ({ hotelId: hotel, channelId: channel, channelHotelId: atChannel }) => `${hotel}, channel ${channel}, hotel ${atChannel}`,
});
