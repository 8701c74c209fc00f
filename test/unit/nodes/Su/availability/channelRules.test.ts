import { daysAfter } from '../../../../../engine/calendar';
import { readChannelRules, rulesRequest, undoesRules, type ChannelRules } from '../../../../../nodes/Su/availability/channelRules';
import { panelOf } from '../../../../support/panels/panelOf';
import { failureOf, fieldsOf, RUN } from '../../../../support/panels/pure';

const RULE = { channelId: '19', type: 'Multiply', value: 1.1, closed: 'unchanged' };
const WHERE = { hotelId: 'HVIEW-1', roomId: 'SUP-DBL', ratePlanId: 'FLEX', from: '2026-12-24', to: '2026-12-26', appliesTo: 'rates', change: 'set', rules: { rule: [RULE] } };
const DAYS = { from: '2026-12-24', to: '2026-12-26' };

function read(changes: Record<string, unknown> = {}): ChannelRules {
	return readChannelRules(panelOf({ ...WHERE, ...changes }), RUN);
}

const table = (...rows: Array<Record<string, unknown>>) => ({ rules: { rule: rows.map((row) => ({ ...RULE, ...row })) } });
const ofRooms = (...rows: Array<Record<string, unknown>>) => ({ appliesTo: 'roomsToSell', ...table(...rows) });

describe('rules for channels', () => {
	it.each([
		['a factor', table({}), { type: 'Multiply', value: '1.1' }],
		['a factor as a calculation leaves it', table({ value: 1.1 * 1.1 }), { type: 'Multiply', value: '1.21' }],
		['an amount', table({ type: 'Increase', value: '12.50' }), { type: 'Increase', value: '12.5' }],
		['an amount of a channel that is closed', table({ type: 'Decrease', value: 5, closed: 'closed' }), { type: 'Decrease', value: '5', closed: true }],
		['a channel that is opened', table({ type: 'None', value: '', closed: 'open' }), { closed: false }],
		['rooms', ofRooms({ type: 'Fixed', value: 0 }), { type: 'Fixed', value: '0' }],
	])('hold %s', (_what, changes, rule) => {
		expect(read(changes).rules).toEqual([{ channelId: 19, rule }]);
	});

	it('of a room type go out together, those for rates by their rate plan, in the order of the items', () => {
		const batch = [read(), read({ ratePlanId: 'NONREF' }), read({ from: '2026-12-25', ...table({ channelId: 189, value: 1 }, {}) }), read(ofRooms({ type: 'Decrease', value: 1 })), read({ roomId: 'FAM-STE', change: 'remove' })];
		const rule = (code: number, value: string) => ({ OTACode: [code], rule: { type: 'Multiply', value } });
		expect(rulesRequest(batch)).toEqual({
			hotelid: 'HVIEW-1',
			inventorycontrol: [{ roomid: 'SUP-DBL', date: [{ ...DAYS, OTARule: [{ OTACode: [19], rule: { type: 'Decrease', value: '1' } }] }] }],
			ratecontrol: [
				{ roomid: 'SUP-DBL', rateid: 'FLEX', date: [{ ...DAYS, OTARule: [rule(19, '1.1')] }, { from: '2026-12-25', to: '2026-12-26', OTARule: [rule(189, '1'), rule(19, '1.1')] }] },
				{ roomid: 'SUP-DBL', rateid: 'NONREF', date: [{ ...DAYS, OTARule: [rule(19, '1.1')] }] },
				{ roomid: 'FAM-STE', rateid: 'FLEX', date: [{ ...DAYS, OTARule: [] }] },
			],
		});
		expect(rulesRequest([read()])).not.toHaveProperty('inventorycontrol');
		expect(rulesRequest([read(ofRooms({ type: 'Fixed', value: 2 }))])).not.toHaveProperty('ratecontrol');
	});

	it('that say nothing of closing, as in an expression, close nothing', () => {
		expect(read({ rules: { rule: { channelId: 19, type: 'Fixed', value: 5 } } }).rules).toEqual([{ channelId: 19, rule: { type: 'Fixed', value: '5' } }]);
	});

	it('are taken away without a table, whatever it holds', () => {
		expect(read({ change: 'remove', rules: {} }).rules).toEqual([]);
		expect(read({ change: 'remove', ...table({ type: 'nonsense' }) }).rules).toEqual([]);
	});

	it.each([
		['an empty table, which would take rules away', { rules: {} }, ['Rules']],
		['a table that is none', { rules: { rule: 'x' } }, ['Rules']],
		['a channel that is there twice', table({}, { value: 2 }), ['Rules 2: Channel ID']],
		['no channel', table({ channelId: '' }), ['Rules 1: Channel ID']],
		['no value', table({ value: '' }), ['Rules 1: Value']],
		['a factor of 0', table({ value: 0 }), ['Rules 1: Value']],
		['an amount of 0', table({ type: 'Fixed', value: 0 }), ['Rules 1: Value']],
		['an amount with three digits after the point', table({ type: 'Fixed', value: 1.234 }), ['Rules 1: Value']],
		['nothing to do', table({ type: 'None', value: '' }), ['Rules 1: Type']],
		['a value without a type', table({ type: 'None', value: 5, closed: 'closed' }), ['Rules 1: Value']],
		['rooms that are multiplied', ofRooms({ value: 2 }), ['Rules 1: Type']],
		['half a room', ofRooms({ type: 'Fixed', value: 1.5 }), ['Rules 1: Value']],
		['rooms that are closed', ofRooms({ type: 'Fixed', value: 1, closed: 'closed' }), ['Rules 1: Closed']],
		['no rate plan', { ratePlanId: '' }, ['Rate Plan ID']],
		['days in the wrong order', { to: '2026-12-23' }, ['Last Day']],
		['another change and another subject', { change: 'x', appliesTo: 'y' }, ['Applies To', 'Change']],
	])('are refused for %s', (_what, changes, fields) => {
		expect(fieldsOf(failureOf(() => read(changes)))).toEqual(fields);
	});

	it('reach 500 days ahead', () => {
		// For RUN it is this day on Kiritimati, where it has come furthest.
		const furthest = daysAfter('2026-03-02', 500);
		expect(read({ to: furthest }).to).toBe(furthest);
		expect(failureOf(() => read({ to: daysAfter(furthest, 1) })).message).toContain(`Last Day: must be at most ${furthest}: Su takes 500 days ahead`);
	});

	it.each<[what: string, isUndone: boolean, earlier: Record<string, unknown>]>([
		['other rules', true, table({ value: 1.2 })],
		['none', true, { change: 'remove' }],
		['the same', false, {}],
		['other rules of other days', false, { ...table({ value: 1.2 }), from: '2026-12-27', to: '2026-12-28' }],
		['rules for rooms', false, ofRooms({ type: 'Fixed', value: 1 })],
	])('that are carried out late and are %s, undo later ones: %s', (_what, isUndone, earlier) => {
		expect(undoesRules(read(earlier), read())).toBe(isUndone);
	});
});
