import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSuSandbox, type SuSandbox } from '../../../sandbox/su';
import type { ChannelRatesRequest } from '../../../sandbox/su/types';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { countOf, json, kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { suEngine } from '../../support/n8nEngine/suEngine';
import { dayFromNow } from '../../support/services/exampleDays';
import { inFreshSandbox } from '../../support/partner/freshSandbox';

const located = (value: string) => ({ __rl: true, mode: 'list', value, cachedResultName: `Shown ${value}` });

describe('Su on the engine: writes for channels', () => {
	let sandbox: SuSandbox;
	let engine: Engine;

	inFreshSandbox(startSuSandbox, (started) => {
		sandbox = started;
		engine = suEngine(sandbox);
	});

	const run = async (operation: string, changes: INodeParameters, items: IDataObject[] = [{}]) =>
		await engine.run({ items, parameters: { resource: 'availability', operation, hotelId: located('HVIEW-1'), roomId: located('SUP-DBL'), ratePlanId: located('FLEX'), options: {}, ...changes } });
	const update = async (changes: INodeParameters = {}, items?: IDataObject[]) =>
		await run('updateForChannel', { channelId: located('19'), from: dayFromNow(3), to: dayFromNow(3), roomsToSell: 2, updateFields: {}, ...changes }, items);
	const setRules = async (changes: INodeParameters = {}, items?: IDataObject[]) =>
		await run('setChannelRules', { from: dayFromNow(3), to: dayFromNow(4), appliesTo: 'rates', change: 'set', rules: { rule: [{ channelId: located('19'), type: 'Multiply', value: 1.1, closed: 'unchanged' }] }, ...changes }, items);

	it('of rates and rooms go out in the order of the items, 100 a request, after one look at what is there', async () => {
		const items = Array.from({ length: 250 }, (_, at) => ({ day: dayFromNow(1 + at), rooms: at }));
		const { items: out, error } = await update({ from: '={{ $json.day }}', to: '={{ $json.day }}', roomsToSell: '={{ $json.rooms }}' }, items);
		expect([error?.message, out.length]).toEqual([undefined, 250]);
		const sent = sandbox.channelUpdates().flatMap((request) => (request as ChannelRatesRequest).rooms.flatMap(({ rates }) => rates));
		expect(sent.map(({ value, roomstosell }) => [value, roomstosell])).toEqual(items.map(({ day, rooms }) => [day, rooms]));
		expect(countOf(sandbox, 'updateChannelRates')).toMatchObject({ received: 3, maxInFlight: 1 });
		expect(['listRoomTypes', 'listRatePlans', 'listMappings'].map((name) => received(sandbox, name))).toEqual([1, 1, 1]);
		expect(json(out)[0]).toEqual({ ticketId: expect.stringMatching(/^\d{21}$/) as string, hotelId: 'HVIEW-1', channelId: '19', roomId: 'SUP-DBL', ratePlanId: 'FLEX', from: dayFromNow(1), to: dayFromNow(1) });
	});

	it('put out the last day that is meant, and send the one after it', async () => {
		const { items } = await update({ to: dayFromNow(5) });
		expect(json(items)).toMatchObject([{ from: dayFromNow(3), to: dayFromNow(5) }]);
		expect(sandbox.channelUpdates()).toMatchObject([{ rooms: [{ room_id: 'SUP-DBL', rates: [{ from: dayFromNow(3), to: dayFromNow(6) }] }] }]);
	});

	it('of rules get a ticket under another key, rooms without a rate plan', async () => {
		const { items, error } = await setRules({ appliesTo: 'roomsToSell', rules: { rule: [{ channelId: '189', type: 'Decrease', value: 1, closed: 'unchanged' }] } });
		expect(error).toBeUndefined();
		expect(json(items)).toEqual([{ ticketId: expect.stringMatching(/^\d{21}$/) as string, hotelId: 'HVIEW-1', roomId: 'SUP-DBL', ratePlanId: null, from: dayFromNow(3), to: dayFromNow(4) }]);
		expect(sandbox.channelUpdates()).toMatchObject([{ inventorycontrol: [{ roomid: 'SUP-DBL', date: [{ OTARule: [{ OTACode: [189], rule: { type: 'Decrease', value: '1' } }] }] }] }]);
	});

	it('take rules away with an empty list, without a look at the channels', async () => {
		const { error } = await setRules({ change: 'remove' });
		expect(error).toBeUndefined();
		expect(sandbox.channelUpdates()).toMatchObject([{ ratecontrol: [{ roomid: 'SUP-DBL', rateid: 'FLEX', date: [{ OTARule: [] }] }] }]);
		expect(received(sandbox, 'listMappings')).toBe(0);
	});

	it('are not sent for IDs that are not there, and name all of them', async () => {
		const wrong = { roomId: 'NO-ROOM', ratePlanId: 'NO-PLAN' };
		const { error } = await update({ ...wrong, channelId: '9' });
		expect([kindOf(error), wordsOf(error)]).toEqual(['validation', expect.stringMatching(
			/3 fields need attention.*Room Type ID: must be a room type of HVIEW-1, not NO-ROOM.*Check IDs First.*Rate Plan ID: .*not NO-PLAN.*Channel ID: must be a channel to which HVIEW-1 is connected, not 9: it is connected to 19, 189/,
		)]);
		const { error: ofRules } = await setRules({ rules: { rule: [{ channelId: '19', type: 'Fixed', value: 9, closed: 'unchanged' }, { channelId: '9', type: 'Fixed', value: 9, closed: 'unchanged' }] } });
		expect(wordsOf(ofRules)).toMatch(/1 field needs attention\. Rules 2: Channel ID: must be a channel/);
		expect(sandbox.channelUpdates()).toEqual([]);
		const looked = received(sandbox, 'listMappings');
		const { error: unchecked } = await update({ ...wrong, channelId: '9', options: { checkIds: false } });
		expect([unchecked?.message, sandbox.channelUpdates().length]).toEqual([undefined, 1]);
		expect(received(sandbox, 'listMappings')).toBe(looked);
	});

	it('say that the property is unknown', async () => {
		const { error } = await update({ hotelId: 'NOWHERE', options: { checkIds: false } });
		expect([kindOf(error), wordsOf(error)]).toEqual(['notFound', expect.stringMatching(/Invalid HotelCode \(NOWHERE\).*Check Property ID/)]);
		expect(received(sandbox, 'updateChannelRates')).toBe(1);
	});

	const refused = { Errors: [{ Code: '925', ShortText: 'fromdate has passed (2026-01-01)' }], Status: 'NotProcessed' };

	it.each([200, 400])('that are not processed fail, with status %i', async (status) => {
		sandbox.control.fault({ operationId: 'setChannelRules', kind: 'answer', status, body: refused });
		const { error } = await setRules();
		expect([kindOf(error), wordsOf(error)]).toEqual(['validation', expect.stringMatching(/fromdate has passed \(2026-01-01\).*not over at the property/)]);
	});

	it('that are refused together are halved, so that one bad entry does not stop the others', async () => {
		const items = [3, 4, 5].map((at) => ({ day: dayFromNow(at) }));
		sandbox.control.fault({ operationId: 'updateChannelRates', kind: 'answer', body: refused });
		const { items: out, error } = await update({ from: '={{ $json.day }}', to: '={{ $json.day }}' }, items);
		expect([error?.message, json(out).map(({ from }) => from)]).toEqual([undefined, items.map(({ day }) => day)]);
		expect(sandbox.channelUpdates().map((request) => (request as ChannelRatesRequest).rooms.flatMap(({ rates }) => rates).length)).toEqual([2, 1]);
	});
});
