import type { RepeatableOperation } from '../../../engine/operation/operation';
import type { ChannelRate, ChannelRatesRequest } from '../shared/contract';
import { channelId, hotelId, ratePlanId, roomId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { explainRefusal, isAboutProperty, ticketIn } from '../shared/refusal';
import { suPath } from '../shared/requests';
import { channelRateOf, readChannelChange, undoesAtChannel, type ChannelChange } from './channelChange';
import { checkIds, withKnownTargets } from './checkIds';
import { dayRange } from './dayRange';
import { MOST_BYTES } from './limits';
import { allowZeroPrice, someUpdateFields, updateFields } from './updateFields';

/** Those of *Update* that this call has as well (channel-rates-api). */
const FIELDS = ['closed', 'closedOnArrival', 'closedOnDeparture', 'extraAdultRate', 'extraChildRate', 'maximumStay', 'minimumStay', 'prices'];

/** Rates for one channel, `POST channel-rates` (channel-rates-api). It sets values, so sending it again changes nothing. */
export const updateForChannel: RepeatableOperation<ChannelChange> = {
	name: 'updateForChannel',
	displayName: 'Update for Channel',
	action: 'Update rates and availability for a channel',
	description: 'Set rooms to sell, prices and restrictions of a room type for a range of days at one channel; items share requests',
	effect: 'repeatable',
	source: { call: 'POST /SUAPI/jservice/channel-rates', standing: 'documented; whether the last day is included is contradicted by the page of Update, and how it refuses is not there' },

	properties: [
		hotelId,
		{ ...channelId, required: true },
		roomId,
		{ ...ratePlanId, required: true, description: 'Your own ID of the rate plan (rateplanid). All is set for the room type together with it.' },
		...dayRange,
		{
			displayName: 'Rooms to Sell',
			name: 'roomsToSell',
			type: 'number',
			typeOptions: { minValue: 0 },
			required: true,
			default: '',
			description: 'How many rooms of the room type the channel can sell on each day. Su wants it in each update for a channel.',
		},
		someUpdateFields(FIELDS, "What else to set. Su's page calls prices required, and one of its samples has none. What becomes of what is left out it does not say."),
	],
	options: [
		allowZeroPrice,
		{
			displayName: 'Channel Connection ID',
			name: 'channelConnectionId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 523654',
			description: 'Which connection is meant, where a channel is connected more than once (channel_connection_id)',
		},
		checkIds,
		{
			displayName: 'Su Counts the Last Day',
			name: 'lastDayCounted',
			type: 'boolean',
			default: false,
			description:
				"Whether Su includes the last day that it is sent. Its page for this call says no, so the day after Last Day is sent; its page for Update says yes. Turn it on if a range comes out a day too long.",
		},
	],

	parameters: readChannelChange,

	complete: async (change, ask) => await withKnownTargets(change, [{ field: LABELS.channelId, code: change.channelId }], 'The update', ask),

	batch: {
		// As of Update.
		defaultSize: 100,
		mostBytes: { bytes: MOST_BYTES, field: updateFields.displayName },
		isInOrder: true,
		undoes: undoesAtChannel,
		isAboutAll: isAboutProperty,
		key: (change) => change.hotelId,
		lane: (change) => change.hotelId.toLowerCase(),

		request(batch) {
			const rates = new Map<string, ChannelRate[]>();
			for (const change of batch) rates.set(change.roomId, [...(rates.get(change.roomId) ?? []), channelRateOf(change)]);
			const body: ChannelRatesRequest = { hotelid: batch[0]!.hotelId, rooms: [...rates].map(([room, entries]) => ({ room_id: room, rates: entries })) };
			return { method: 'POST', path: suPath('channel-rates'), body };
		},

		deal(answer, batch) {
			const ticketId = ticketIn(answer, 'Channel Rates');
			return batch.map((change) => {
				const { hotelId: hotel, roomId: room, ratePlanId: plan, channelId: channel, from, to } = change;
				return [{ ticketId, hotelId: hotel, channelId: String(channel), roomId: room, ratePlanId: plan, from, to }];
			});
		},
	},

	explain: explainRefusal,
};
