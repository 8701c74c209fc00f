import type { RepeatableOperation } from '../../../engine/operation/operation';
import { daysOf, isOfRatePlan, readChange, undoes, type Change } from './change';
import { dayRange } from './dayRange';
import { withKnownIds } from './knownIds';
import { MOST_BYTES, MOST_REQUESTS_AN_HOUR } from './limits';
import { allowZeroPrice, updateFields } from './updateFields';
import { verified, verifiedHints } from './verify';
import { verify } from './verifyOption';
import type { AvailabilityDays, AvailabilityRequest } from '../shared/contract';
import { explainRefusal, isAboutProperty, ticketIn } from '../shared/refusal';
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
		...dayRange,
		ratePlanId,
		updateFields,
	],
	options: [
		allowZeroPrice,
		{
			displayName: 'Create Unknown IDs',
			name: 'createUnknown',
			type: 'boolean',
			default: false,
			description:
				'Whether Su makes a room type or rate plan for an ID that it does not know. Off, the IDs are looked up first, and nothing is sent for one that is not there.',
		},
		verify,
	],

	parameters: readChange,

	async complete(change, ask) {
		return change.isUnknownCreated ? change : await withKnownIds(change, ask);
	},

	batch: {
		// Some 20 KB: Su asks for few large requests.
		defaultSize: 100,
		mostBytes: { bytes: MOST_BYTES, field: updateFields.displayName },
		quota: { perHour: MOST_REQUESTS_AN_HOUR, what: (change) => `property ${change.hotelId}` },
		isInOrder: true,
		undoes,
		isAboutAll: isAboutProperty,
		key: (change) => change.hotelId,
		lane: (change) => change.hotelId.toLowerCase(),

		request(batch) {
			const days = new Map<string, AvailabilityDays[]>();
			for (const change of batch) days.set(change.roomId, [...(days.get(change.roomId) ?? []), ...daysOf(change)]);
			const body: AvailabilityRequest = { hotelid: batch[0]!.hotelId, room: [...days].map(([roomid, date]) => ({ roomid, date })) };
			return { method: 'POST', path: suPath('availability'), body };
		},

		deal(answer, batch) {
			const ticketId = ticketIn(answer, WHAT);
			return batch.map((change) => {
				const { hotelId: hotel, roomId: room, from, to } = change;
				return [{ ticketId, hotelId: hotel, roomId: room, ratePlanId: isOfRatePlan(change) ? change.ratePlanId : null, from, to }];
			});
		},
	},

	lookBack: verified,

	explain: explainRefusal,
	hints: verifiedHints,
};
