import type { RepeatableOperation } from '../../../engine/operation/operation';
import { hotelId, ratePlanId, roomId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { explainRefusal, isAboutProperty, ticketIn } from '../shared/refusal';
import { suPath } from '../shared/requests';
import { readChannelRules, rulesRequest, undoesRules, type ChannelRules } from './channelRules';
import { checkIds, withKnownTargets } from './checkIds';
import { dayRange } from './dayRange';
import { MOST_BYTES } from './limits';
import { rules } from './ruleFields';

/** Rules for channels, `POST invratecontrol` (inventory-control). They replace those of the same days, so sending them again changes nothing. */
export const setChannelRules: RepeatableOperation<ChannelRules> = {
	name: 'setChannelRules',
	displayName: 'Set Channel Rules',
	action: 'Set rules for channels',
	description: 'Set or remove rules by which channels get other rates or rooms to sell than the property has; items share requests',
	effect: 'repeatable',
	source: { call: 'POST /SUAPI/jservice/invratecontrol', standing: 'documented; answers are not, nor whether the last day is included' },

	properties: [
		hotelId,
		roomId,
		...dayRange.map((field) => (field.name === 'to' ? { ...field, description: 'Up to this day, at most 500 days ahead. Whether Su includes it is not certain.' } : field)),
		{
			displayName: 'Applies To',
			name: 'appliesTo',
			type: 'options',
			options: [
				{ name: 'Rates', value: 'rates', description: 'Prices of the room type together with a rate plan' },
				{ name: 'Rooms to Sell', value: 'roomsToSell', description: 'Rooms of the room type' },
			],
			default: 'rates',
			description: 'What the rules change',
		},
		{ ...ratePlanId, required: true, displayOptions: { show: { appliesTo: ['rates'] } }, description: 'Your own ID of the rate plan (rateplanid) whose prices the rules change' },
		{
			displayName: 'Change',
			name: 'change',
			type: 'options',
			options: [
				{ name: 'Set Rules', value: 'set', description: 'Replace all rules of these days' },
				{ name: 'Remove All Rules', value: 'remove', description: 'Take all rules of these days away, of all channels' },
			],
			default: 'set',
			description: 'What to do with the rules of these days',
		},
		rules,
	],
	options: [checkIds],

	parameters: readChannelRules,

	complete: async (change, ask) => await withKnownTargets(change, change.rules.map(({ channelId }, at) => ({ field: `Rules ${at + 1}: ${LABELS.channelId}`, code: channelId })), 'The rules', ask),

	batch: {
		// As of Update.
		defaultSize: 100,
		mostBytes: { bytes: MOST_BYTES, field: rules.displayName },
		isInOrder: true,
		undoes: undoesRules,
		isAboutAll: isAboutProperty,
		key: (change) => change.hotelId,
		lane: (change) => change.hotelId.toLowerCase(),

		request: (batch) => ({ method: 'POST', path: suPath('invratecontrol'), body: rulesRequest(batch) }),

		deal(answer, batch) {
			const ticketId = ticketIn(answer, 'Inventory and Rate Control');
			return batch.map((change) => {
				const { hotelId: hotel, roomId: room, ratePlanId: plan, from, to } = change;
				return [{ ticketId, hotelId: hotel, roomId: room, ratePlanId: plan === '' ? null : plan, from, to }];
			});
		},
	},

	explain: explainRefusal,
};
