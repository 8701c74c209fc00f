import { FieldReader, readerOf } from '../../../engine/items/fields';
import type { ParameterReader, RunContext } from '../../../engine/operation/operation';
import { isObject } from '../../../engine/values';
import { amountOf, factorIn } from '../shared/amount';
import type { ChannelRule, ChannelRulesRequest } from '../shared/contract';
import { LABELS } from '../shared/labels';
import { isCheckWanted } from './checkIds';
import { readDayRange, type DayRange } from './dayRange';
import { MOST_DAYS_AHEAD_OF_RULE } from './horizon';
import { haveCommonDay, mayBeOneId } from './overlap';
import { CLOSINGS, RATE_TYPES, ROOM_TYPES_OF_RULE } from './ruleFields';

/** A rule for one channel. */
export interface RuleOfChannel {
	channelId: number;
	rule: ChannelRule['rule'];
}

/** The rules of a room type for a range of days, as plain data. */
export interface ChannelRules extends DayRange {
	hotelId: string;
	roomId: string;
	/** `''` for rules about rooms to sell. */
	ratePlanId: string;
	/** Empty where rules are taken away. */
	rules: RuleOfChannel[];
	checksIds: boolean;
}

/** From the panel to rules that fit the documents (inventory-control). @throws Failure of kind `validation` */
export function readChannelRules(read: ParameterReader, run: Pick<RunContext, 'timezone' | 'now'>): ChannelRules {
	const fields = new FieldReader(read);
	const isOfRates = fields.oneOf('appliesTo', { label: 'Applies To' }, ['rates', 'roomsToSell']) === 'rates';
	const isSet = fields.oneOf('change', { label: 'Change' }, ['set', 'remove']) === 'set';
	const rules: ChannelRules = {
		hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
		roomId: fields.code('roomId', { label: LABELS.roomId }),
		ratePlanId: isOfRates ? fields.code('ratePlanId', { label: LABELS.ratePlanId }) : '',
		...readDayRange(fields, run, MOST_DAYS_AHEAD_OF_RULE),
		rules: isSet ? readRules(fields, isOfRates) : [],
		checksIds: isCheckWanted(fields),
	};
	fields.done('The change');
	return rules;
}

function readRules(fields: FieldReader, isOfRates: boolean): RuleOfChannel[] {
	const rows = fields.optionalList('rules.rule', { label: 'Rules' }).filter(isObject);
	if (rows.length === 0 && !fields.isFaulty) fields.fault('Rules', 'must have at least one. To take all rules of these days away, set Change to Remove All Rules');
	const seen = new Set<number>();
	return rows.map((row, at) => {
		const rule = new FieldReader(readerOf({ closed: CLOSINGS[0], ...row }), `Rules ${at + 1}: `);
		const channelId = rule.wholeNumber('channelId', { label: LABELS.channelId });
		if (seen.has(channelId)) rule.fault(LABELS.channelId, `${channelId} must not be there twice`);
		seen.add(channelId);
		const read = { channelId, rule: isOfRates ? readRateRule(rule) : readRoomRule(rule) };
		fields.take(rule);
		return read;
	});
}

function readRoomRule(fields: FieldReader): ChannelRule['rule'] {
	if (fields.oneOf('closed', { label: 'Closed' }, CLOSINGS) !== 'unchanged') fields.fault('Closed', 'must say nothing in a rule for rooms to sell: fix them at 0 instead');
	const type = fields.oneOf('type', { label: 'Type' }, ROOM_TYPES_OF_RULE);
	return { type, value: String(fields.wholeNumber('value', { label: 'Value' })) };
}

function readRateRule(fields: FieldReader): ChannelRule['rule'] {
	const closed = fields.oneOf('closed', { label: 'Closed' }, CLOSINGS);
	const closing = closed === 'unchanged' ? {} : { closed: closed === 'closed' };
	const type = fields.oneOf('type', { label: 'Type' }, RATE_TYPES);
	if (type !== 'None') return { type, value: type === 'Multiply' ? factorIn(fields, 'value', 'Value') : fields.kind('value', { label: 'Value' }, amountOf(), ''), ...closing };
	if (closed === 'unchanged') fields.fault('Type', 'must not be None where Closed says nothing: the rule would do nothing');
	if (fields.optionalNumber('value', { label: 'Value' }) !== undefined) fields.fault('Value', 'must be empty where Type is None');
	return closing;
}

/** The rules of a property as one request, in their order. */
export function rulesRequest(batch: readonly ChannelRules[]): ChannelRulesRequest {
	const rooms = new Map<string, NonNullable<ChannelRulesRequest['inventorycontrol']>[number]>();
	const plans = new Map<string, NonNullable<ChannelRulesRequest['ratecontrol']>[number]>();
	for (const { roomId, ratePlanId, from, to, rules } of batch) {
		const entry = { from, to, OTARule: rules.map(({ channelId, rule }) => ({ OTACode: [channelId], rule })) };
		if (ratePlanId === '') {
			const room = rooms.get(roomId) ?? { roomid: roomId, date: [] };
			room.date.push(entry);
			rooms.set(roomId, room);
		} else {
			const key = JSON.stringify([roomId, ratePlanId]);
			const plan = plans.get(key) ?? { roomid: roomId, rateid: ratePlanId, date: [] };
			plan.date.push(entry);
			plans.set(key, plan);
		}
	}
	return {
		hotelid: batch[0]!.hotelId,
		...(rooms.size === 0 ? {} : { inventorycontrol: [...rooms.values()] }),
		...(plans.size === 0 ? {} : { ratecontrol: [...plans.values()] }),
	};
}

/** Whether the earlier of two, carried out after the later one, would leave other rules than that one says: Su replaces all of a day. */
export function undoesRules(earlier: ChannelRules, later: ChannelRules): boolean {
	return mayBeOneId(earlier.ratePlanId, later.ratePlanId) && haveCommonDay(earlier, later) && JSON.stringify(earlier.rules) !== JSON.stringify(later.rules);
}
