import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { detailsOf, errorWordsOf, json, kindOf, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { answerJson, RawPartner } from '../../support/partner/rawPartner';
import { suEngine } from '../../support/n8nEngine/suEngine';
import { EXAMPLES } from '../../support/services/Su.examples';

const ID = '177251666900249940001';

function parameters(operation: string, changes: INodeParameters = {}): INodeParameters {
	return { resource: 'reservation', operation, hotelId: 'HVIEW-1', options: {}, ...changes };
}

describe('Su on the engine: answers as no document shows them', () => {
	let partner: RawPartner;
	let engine: Engine;
	let answer: string;
	let asked: string;

	beforeEach(async () => {
		partner = await RawPartner.start((_request, response, body) => {
			asked = body;
			response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
		});
		partner.onToken = (_request, response) => answerJson(response, { success: true, data: { token: `sandbox_${partner.nextToken()}`, expire_in: '3600' } });
		engine = suEngine({ url: partner.url, client: partner.client } as Parameters<typeof suEngine>[0]);
	});
	afterEach(() => partner.close());

	it.each([true, false])('ids of 21 digits without quotes keep them all, simplified: %s, and are acknowledged as they came', async (simplify) => {
		answer = `{"reservations":[{"id":9007199254740993,"reservation_notif_id":${ID},"totalprice":580.50,"rooms":[]}]}`;
		const { items, error } = await engine.run({ items: [{}], parameters: parameters('getNew', { simplify }) });
		expect(error).toBeUndefined();
		expect(json(items)).toMatchObject([{ id: '9007199254740993', reservation_notif_id: ID }]);
		answer = '{"Status":"Success"}';
		await engine.run({ items: json(items), parameters: parameters('acknowledge', { reservationNotifId: '={{ $json.reservation_notif_id }}' }) });
		expect(JSON.parse(asked)).toMatchObject({ reservation_notif: { reservation_notif_id: [ID] } });
	});

	it.each([['a number', Number(ID)], ['a number of 21 digits that became text', String(Number('177251666900249940001'))], ['a number that became text', String(1.7725166690024994e+21)]])('an id that has lost digits as %s is not acknowledged', async (_name, id) => {
		answer = '{"Status":"Success"}';
		const { error } = await engine.run({ items: [{ id }], parameters: parameters('acknowledge', { reservationNotifId: '={{ $json.id }}' }) });
		expect(kindOf(error)).toBe('validation');
		expect(wordsOf(error)).toContain('it has lost digits');
		expect(partner.received).toEqual([]);
	});

	it.each([
		['words that are objects', '{"Status":{"toString":1},"reservations":[]}'],
		['words without a way to text', '{"Status":{"toString":null,"valueOf":null}}'],
		['levels without end', `{"reservations":${'[{"a":'.repeat(50_000)}1${'}]'.repeat(50_000)}}`],
		['a text without end', `{"reservations":"${'\\"'.repeat(200_000)}`],
	])('%s stop no item but their own', async (_name, odd) => {
		partner.handle = (request, response) => {
			const isOdd = partner.received.length === 1;
			response.writeHead(200, { 'content-type': 'application/json' }).end(isOdd ? odd : '{"reservations":[{"id":"good","rooms":[]}]}');
			void request;
		};
		const { items, error } = await engine.run({ items: [{}, {}], parameters: parameters('getNew', { options: { concurrency: 1, shareEqualReads: false } }), settings: { onError: 'continueRegularOutput' } });
		expect(error).toBeUndefined();
		const failed = items.filter((item) => detailsOf(item));
		expect(items.filter(({ json: row }) => row.id === 'good')).toHaveLength(items.length - failed.length);
		expect(items.at(-1)?.json.id).toBe('good');
		for (const item of failed) expect(errorWordsOf(item)).toMatch(/Su/);
	});

	describe('an empty list', () => {
		const reads: Array<[resource: string, operation: string, list: string, more: INodeParameters]> = [
			['reservation', 'getNew', 'reservations', {}],
			['reservation', 'get', 'reservations', { bookingId: '1_HVIEW-1' }],
			['reservation', 'getAll', 'BookingDetails', { dateFrom: '2026-11-01', dateTo: '2026-11-30' }],
			['image', 'getAll', 'Data', {}],
			['property', 'getAll', 'properties', {}],
			['roomType', 'getAll', 'rooms', {}],
			['ratePlan', 'getAll', 'rateplans', {}],
			['channel', 'getRatePlans', 'data', { channelId: '19', channelHotelId: '1234567' }],
			['availability', 'getUpdateLog', 'Updatelogs', { date: '2026-01-05' }],
		];
		const run = async ([resource, operation, list, more]: (typeof reads)[number], beside: object) => {
			answer = JSON.stringify({ ...beside, [list]: [] });
			return await engine.run({ items: [{}], parameters: parameters(operation, { resource, ...more }) });
		};

		it.each([
			{ Status: 'Error', Message: 'Database timeout' }, { Status: 'Failure' }, { Status: 'Not Processed' }, { Status: 'Pending' }, { status: 'error' }, { Status: 'Success', status: 'Fail' },
			{ Status: { Code: '500' } }, { Success: false }, { success: 'false' }, { error: 'Database timeout' }, { errors: [{ Code: '500' }] }, { errorMessage: 'Database timeout' },
			{ code: 500, message: 'Database timeout' }, { statusCode: 500 }, { message: 'Internal server error' },
		])('beside %j is not told as nothing there', async (beside) => {
			for (const read of reads) {
				const { error, items } = await run(read, beside);
				expect([items, kindOf(error)]).toEqual([[], expect.stringMatching(/^(?:validation|businessRefusal|brokenAnswer)$/)]);
			}
		});

		it.each([
			{}, { Status: 'Success' }, { status: 'success', message: 'No new reservations' }, { Status: 'Success', Errors: [], Error: null }, { success: true, code: 200 }, { Error: false, errors: 0 },
			{ status: 'OK', code: '0', message: 'Done without errors' }, { hotelid: 'HVIEW-1', Status: '' },
		])('beside %j is none', async (beside) => {
			for (const read of reads) {
				const { error, items } = await run(read, beside);
				expect([error?.message, items]).toEqual([undefined, []]);
			}
		});
	});

	it.each<[what: string, rows: IDataObject[], ids: string[] | 'brokenAnswer']>([
		['another one', [{ id: '2_HVIEW-1' }], 'brokenAnswer'],
		['it among others', [{ id: '2_HVIEW-1' }, { id: '1_hview-1' }], ['1_hview-1']],
		['one that names no booking', [{ status: 'new' }], ['']],
	])('a booking that is read again is that which was asked for: %s', async (_what, rows, ids) => {
		answer = JSON.stringify({ reservations: rows });
		const { error, items } = await engine.run({ items: [{}], parameters: parameters('get', { bookingId: '1_HVIEW-1' }) });
		expect(error ? kindOf(error) : json(items).map(({ id }) => id ?? '')).toEqual(ids);
		answer = JSON.stringify({ reservations: [{ id: '1_HVIEW-1' }] });
		const byChannel = await engine.run({ items: [{}], parameters: parameters('get', { bookingId: '1' }) });
		expect(json(byChannel.items)).toMatchObject([{ id: '1_HVIEW-1' }]);
	});

	it('a list of nothing that could be a reservation is not told as none', async () => {
		answer = '{"reservations":[[{"id":"1"}],"2"]}';
		const { error } = await engine.run({ items: [{}], parameters: parameters('getNew') });
		expect(kindOf(error)).toBe('brokenAnswer');
	});

	it.each([[{ Status: 'Fail', Errors: [{ Code: '500', ShortText: 'One could not be read' }] }, false], [{ status: 'error' }, false], [{ Status: 'Partial' }, true]])('reservations beside %j are put out: held back, they would leave the queue unseen', async (beside, isTakenWhole) => {
		answer = JSON.stringify({ ...beside, reservations: [{ id: '1_HVIEW-1', reservation_notif_id: ID, rooms: [] }] });
		const { error, items } = await engine.run({ items: [{}], parameters: parameters('getNew') });
		expect([error?.message, json(items).map((row) => row.reservation_notif_id)]).toEqual([undefined, [ID]]);
		answer = JSON.stringify({ ...beside, reservations: [{ hotelid: 'HVIEW-1' }] });
		const other = await engine.run({ items: [{}], parameters: parameters('getNew') });
		expect(other.error === undefined).toBe(isTakenWhole);
	});

	it('members that would become a prototype are taken out', async () => {
		answer = '{"reservations":[{"id":"1","__proto__":{"polluted":true},"rooms":[{"\\u005f_proto__":{"polluted":true}}]}]}';
		const { items } = await engine.run({ items: [{}], parameters: parameters('getNew', { simplify: false }) });
		expect(JSON.stringify(json(items))).not.toContain('polluted');
	});

	it.each<[string, object]>([
		['message.send', { status: 'Success', response: { status: 'Fail', message: 'Thread is closed' } }],
		['message.send', { status: 'Success', data: { status: 'error', message: 'Thread is closed' } }],
		['review.reply', { Status: 'Success', Data: { Status: 'Fail', ShortText: 'Reply window is over' } }],
		['channel.mapRatePlan', { Status: 'Success', Data: { Status: 'Failed', Errors: { Code: '996', ShortText: 'Rate plan is inactive' } } }],
		['image.add', { Status: 'Success', Data: [{ pms_imageid: 'pool-2', Status: 'Fail', Errors: { ShortText: 'The URL cannot be read' } }] }],
	])('%s is not told as done where the answer says no inside: %j', async (name, body) => {
		answer = JSON.stringify(body);
		const [resource, operation] = name.split('.');
		const { items, error } = await engine.run({ items: [{}], parameters: { resource, operation, options: {}, ...EXAMPLES[name] } as INodeParameters });
		expect([json(items), error === undefined]).toEqual([[], false]);
		expect(wordsOf(error)).toMatch(/Thread is closed|window is over|is inactive|cannot be read/);
	});
});
