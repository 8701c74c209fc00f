import type { RepeatableOperation } from '../../../engine/operation/operation';
import { textOf } from '../../../engine/values';
import { daysOf, isOfRatePlan, readChange, undoes, type Change } from './change';
import { withKnownIds } from './knownIds';
import { updateFields } from './updateFields';
import type { AvailabilityDays, AvailabilityRequest } from '../shared/contract';
import { explainRefusal, isAboutProperty, takenAnswer } from '../shared/refusal';
import { hotelId, ratePlanId, roomId } from '../shared/fields';
import { suPath } from '../shared/requests';

const WHAT = 'Rates and Availability';

/**
 * Rates and availability, `POST availability` (rates-and-availability). It sets values, so sending it again changes nothing.
 * Items of a property share a request, and go out in the order of the items: the last word on a day counts.
 */
export const update: RepeatableOperation<Change> = {
	name: 'update',
	displayName: 'Update',
	action: 'Update rates and availability',
	description: 'Set rooms to sell, prices and restrictions of a room type for a range of days; items share requests',
	effect: 'repeatable',
	source: { call: 'POST /SUAPI/jservice/availability', standing: 'documented; whether the channels take it is not told' },

	properties: [
		hotelId,
		roomId,
		{
			displayName: 'First Day',
			name: 'from',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			required: true,
			default: '',
			description: 'From this day on',
		},
		{
			displayName: 'Last Day',
			name: 'to',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			required: true,
			default: '',
			description: 'Up to this day, which is included',
		},
		ratePlanId,
		updateFields,
	],
	options: [
		{
			displayName: 'Allow Price 0',
			name: 'allowZeroPrice',
			type: 'boolean',
			default: false,
			description: 'Whether a price or an extra rate of 0 is meant. Off, it stops the item: an empty cell often becomes 0.',
		},
		{
			displayName: 'Create Unknown IDs',
			name: 'createUnknown',
			type: 'boolean',
			default: false,
			description:
				'Whether Su makes a room type or rate plan for an ID that it does not know. Off, the IDs are looked up first, and nothing is sent for one that is not there.',
		},
	],

	parameters: readChange,

	async complete(change, ask) {
		return change.isUnknownCreated ? change : await withKnownIds(change, ask);
	},

	batch: {
		// Some 20 KB. Su recommends at most 512 KB, and few large requests.
		defaultSize: 100,
		isInOrder: true,
		undoes,
		isAboutAll: isAboutProperty,
		key: (change) => change.hotelId,

		request(batch) {
			const days = new Map<string, AvailabilityDays[]>();
			for (const change of batch) days.set(change.roomId, [...(days.get(change.roomId) ?? []), ...daysOf(change)]);
			const body: AvailabilityRequest = { hotelid: batch[0]!.hotelId, room: [...days].map(([roomid, date]) => ({ roomid, date })) };
			return { method: 'POST', path: suPath('availability'), body };
		},

		deal(answer, batch) {
			const ticketId = textOf(takenAnswer(answer, WHAT).TicketId) ?? null;
			return batch.map((change) => {
				const { hotelId: hotel, roomId: room, from, to } = change;
				return [{ ticketId, hotelId: hotel, roomId: room, ratePlanId: isOfRatePlan(change) ? change.ratePlanId : null, from, to }];
			});
		},
	},

	explain: explainRefusal,
};
