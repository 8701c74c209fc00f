import { TradevestTrial } from './support';

/** The changelog, a range of days of it, which is asked for by times in GMT. */

const trial = new TradevestTrial();

const itemsOf = async (filters: Record<string, string>) => {
	const { items, error } = await trial.run('changelog.getAll', { filters });
	expect(error).toBeUndefined();
	return items;
};

describe('Changelog: Get Many', () => {
	it.each([
		['from a day on', { startDate: '2026-01-01' }, { startDate: '2026-01-01T00:00:00.000Z' }],
		['to a day, all of it', { endDate: '2999-12-31' }, { endDate: '2999-12-31T23:59:59.999Z' }],
		['from a day to a day', { startDate: '2026-01-01', endDate: '2999-12-31' }, { startDate: '2026-01-01T00:00:00.000Z', endDate: '2999-12-31T23:59:59.999Z' }],
	])('%s is asked for by times in GMT', async (_what, filters, query) => {
		await trial.run('naturalPerson.update');
		expect(await itemsOf(filters)).toHaveLength(1);
		expect(trial.sandbox.control.requests('listEntityChanges')[0]?.query).toMatchObject(query);
	});

	it('leaves out what was before and after', async () => {
		await trial.run('naturalPerson.update');
		expect(await itemsOf({ endDate: '2026-01-01' })).toEqual([]);
		expect(await itemsOf({ startDate: '2999-01-01' })).toEqual([]);
	});
});
