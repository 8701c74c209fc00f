import type { INodeParameters } from 'n8n-workflow';

import { startSuSandbox, type SuSandbox } from '../../../sandbox/su';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { json, kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { suEngine } from '../../support/n8nEngine/suEngine';
import { dayFromNow } from '../../support/services/exampleDays';
import { inFreshSandbox } from '../../support/partner/freshSandbox';

describe('Su on the engine: what Su holds', () => {
	let sandbox: SuSandbox;
	let engine: Engine;

	inFreshSandbox(startSuSandbox, (started) => {
		sandbox = started;
		engine = suEngine(sandbox);
	});

	const run = async (operation: string, changes: INodeParameters) =>
		await engine.run({ items: [{}], parameters: { resource: 'availability', operation, hotelId: 'HVIEW-1', options: {}, ...changes } });
	const days = { from: dayFromNow(5), to: dayFromNow(6) };

	it('is what an update has set, an item for each day, room type and rate plan', async () => {
		await run('update', { roomId: 'SUP-DBL', ratePlanId: 'FLEX', from: days.to, to: days.to, updateFields: { roomsToSell: 3, closed: true, prices: { price: [{ numberOfGuests: 2, value: 151.5 }] } } });
		const { items, error } = await run('get', { period: 'days', ...days, simplify: true });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(2 * 2 * 2);
		expect(json(items).filter(({ stopsell }) => stopsell)).toEqual([
			{ hotelId: 'HVIEW-1', date: days.to, roomId: 'SUP-DBL', ratePlanId: 'FLEX', inventory: '3', stopsell: true, minimumstay: '1', maximumstay: '', rate: [{ guest: '2', rate: '151.5' }] },
		]);
	});

	it('is read for the full year, without days', async () => {
		const { items, error } = await run('get', { period: 'fullYear', simplify: true });
		expect([error?.message, new Set(json(items).map(({ date }) => date)).size]).toEqual([undefined, 365]);
	});

	it('is not asked for where the days are too many', async () => {
		const { error } = await run('get', { period: 'days', from: dayFromNow(1), to: dayFromNow(91), simplify: true });
		expect([kindOf(error), wordsOf(error)]).toEqual(['validation', expect.stringMatching(/Last Day: .* is day 91 from First Day/)]);
		expect(received(sandbox, 'getHeldAvailability')).toBe(0);
	});

	it('has a log for days with updates, and says so for others', async () => {
		const { items } = await run('getUpdateLog', { date: '2026-01-05' });
		expect(json(items)).toEqual([{ hotelid: 'HVIEW-1', date: '2026-01-05', log: 'https://logs.example.com/HVIEW-1/2026-01-05.txt' }]);
		const { error } = await run('getUpdateLog', { date: '2026-01-04' });
		expect([kindOf(error), wordsOf(error)]).toEqual(['notFound', expect.stringMatching(/No updates found.*Choose another day/)]);
	});
});
