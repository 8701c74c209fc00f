import type { HeldAvailability, UpdateLogList } from '../../../../../sandbox/su/types';
import { dayFromNow } from '../../../../support/services/exampleDays';
import { inSuSandbox, type SuCaller } from '../support';

describe('the Su sandbox: what it holds', () => {
	let su: SuCaller;
	inSuSandbox((caller) => (su = caller));

	const days = { from: dayFromNow(10), to: dayFromNow(12) };
	const held = async (body: object = { date: days }) => (await su.ask<HeldAvailability>('BulkARIdetails', { hotelid: 'HVIEW-1', ...body })).body;
	const update = async (changes: object) => await su.ask('availability', { hotelid: 'HVIEW-1', room: [{ roomid: 'SUP-DBL', date: [{ ...days, ...changes }] }] });

	it('is all rooms at their rate at first, for each day and rate plan', async () => {
		const found = await held();
		expect(Object.keys(found)).toEqual([dayFromNow(10), dayFromNow(11), dayFromNow(12)]);
		expect(found[days.from]?.['FAM-STE']).toEqual({
			inventory: '4',
			rateplan: Object.fromEntries(['FLEX', 'NONREF'].map((id) => [id, { stopsell: false, closedonarrival: false, closedondeparture: false, minimumstay: '1', maximumstay: '', rate: [{ guest: '2', rate: '230' }] }])),
		});
	});

	it('is what updates have set since, in their order and for their days alone', async () => {
		await update({ roomstosell: '7' });
		await update({ value: dayFromNow(11), from: undefined, to: undefined, roomstosell: '0' });
		await update({ rate: [{ rateplanid: 'FLEX' }], closed: '1', minimumstay: '2', price: [{ NumberOfGuests: '1', value: '99' }, { NumberOfGuests: '2', value: '120' }] });
		const found = await held();
		expect(Object.values(found).map((rooms) => rooms['SUP-DBL']?.inventory)).toEqual(['7', '0', '7']);
		expect(found[days.to]?.['SUP-DBL']?.rateplan).toMatchObject({
			FLEX: { stopsell: true, closedonarrival: false, minimumstay: '2', rate: [{ guest: '2', rate: '120' }, { guest: '1', rate: '99' }] },
			NONREF: { stopsell: false, minimumstay: '1', rate: [{ guest: '2', rate: '145' }] },
		});
		expect(found[days.to]?.['FAM-STE']?.inventory).toBe('4');
		await update({ rate: [{ rateplanid: 'FLEX' }], closed: '0' });
		expect((await held())[days.to]?.['SUP-DBL']?.rateplan).toMatchObject({ FLEX: { stopsell: false, minimumstay: '2' } });
	});

	it('is told for 90 days, or for a year from today', async () => {
		expect(Object.keys(await held({ date: { from: dayFromNow(1), to: dayFromNow(90) } }))).toHaveLength(90);
		const year = Object.keys(await held({ fullyear: '1' }));
		expect([year.length, year[0]]).toEqual([365, dayFromNow(0)]);
		for (const body of [{ date: { from: dayFromNow(1), to: dayFromNow(91) } }, { date: { from: dayFromNow(2), to: dayFromNow(1) } }, {}]) {
			expect(await held(body)).toMatchObject({ Status: 'Fail', Errors: { Code: '15' } });
		}
	});

	it('is logged for days on which updates came', async () => {
		const log = async (date: string) => (await su.ask<UpdateLogList>('updatelog', { hotelid: 'HVIEW-1', date })).body;
		expect(await log('2026-01-05')).toEqual({ Updatelogs: [{ hotelid: 'HVIEW-1', date: '2026-01-05', log: 'https://logs.example.com/HVIEW-1/2026-01-05.txt' }] });
		expect(await log(dayFromNow(0))).toMatchObject({ Errors: { Code: '937' } });
		await update({ roomstosell: '7' });
		expect(await log(dayFromNow(0))).toHaveProperty('Updatelogs');
		expect(await log(dayFromNow(1))).toMatchObject({ Errors: { Code: '935' } });
	});

	it('is answered as the document says', async () => {
		const problems = [
			await su.problems('getHeldAvailability', 'BulkARIdetails', { hotelid: 'HVIEW-1', date: days }),
			await su.problems('getHeldAvailability', 'BulkARIdetails', { hotelid: 'NEW-3', fullyear: '1' }),
			await su.problems('getHeldAvailability', 'BulkARIdetails', { hotelid: 'HVIEW-1' }),
			await su.problems('getHeldAvailability', 'BulkARIdetails', { hotelid: 'NOWHERE', date: days }),
			await su.problems('listUpdateLogs', 'updatelog', { hotelid: 'HVIEW-1', date: '2026-01-05' }),
			await su.problems('listUpdateLogs', 'updatelog', { hotelid: 'HVIEW-1', date: '2026-01-04' }),
			await su.problems('listUpdateLogs', 'updatelog', { hotelid: 'NOWHERE', date: '2026-01-05' }),
		];
		expect(problems.flat()).toEqual([]);
	});
});
