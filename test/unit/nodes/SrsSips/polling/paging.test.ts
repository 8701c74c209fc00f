import type { IDataObject } from 'n8n-workflow';

import { readWhole as readParts, type Days, type Reading } from '../../../../../nodes/SrsSips/polling/paging';

const TODAY = 20_000;

/** A list with so many rows each day, cut after the limit, the newest first; and what was asked of it. */
function list(perDay: (day: number) => number, limit: number, { looksAtDates = true } = {}) {
	const asked: Days[] = [];
	const read = async (days: Days): Promise<IDataObject[]> => {
		asked.push(days);
		const rows: IDataObject[] = [];
		const from = looksAtDates ? days.from : TODAY - 30;
		for (let day = looksAtDates ? (days.to ?? TODAY + 2) : TODAY; day >= from; day -= 1) {
			for (let n = 0; n < perDay(day); n += 1) rows.push({ orderId: `${day}-${n}` });
		}
		return rows.slice(0, limit);
	};
	return { asked, read };
}

/** As a look without haste reads it. */
async function readWhole(read: Reading['read'], from: number, today: number, rowLimit: number | undefined) {
	return await readParts({ read, from, today, rowLimit, idOf: ({ orderId }) => orderId as string, hasTime: () => true });
}

const ids = (rows: IDataObject[]) => rows.map(({ orderId }) => orderId);

describe('a list that SIPS cuts', () => {
	it('is read in one request where it is not full', async () => {
		const { asked, read } = list(() => 1, 100);
		expect(await readWhole(read, TODAY - 30, TODAY, 100)).toMatchObject({ isCut: false });
		expect(asked).toEqual([{ from: TODAY - 30 }]);
	});

	it('is read whole in parts by date, the last of them without an end', async () => {
		const { asked, read } = list(() => 10, 50);
		const { rows, isCut } = await readWhole(read, TODAY - 30, TODAY, 50);
		expect(isCut).toBe(false);
		expect(new Set(ids(rows)).size).toBe(330);
		expect(rows).toHaveLength(330);
		expect(asked.length).toBeLessThan(30);
		expect(asked.filter(({ to }) => to === undefined).length).toBeGreaterThan(1);
	});

	it('is told as cut where a single day is too much, and the other days are whole', async () => {
		const { read } = list((day) => (day === TODAY - 3 ? 80 : 1), 50);
		const { rows, isCut } = await readWhole(read, TODAY - 30, TODAY, 50);
		expect(isCut).toBe(true);
		expect(new Set(ids(rows)).size).toBe(50 + 32);
	});

	it('is not read again and again where SIPS does not look at the dates', async () => {
		const { asked, read } = list(() => 10, 50, { looksAtDates: false });
		expect(await readWhole(read, TODAY - 30, TODAY, 50)).toMatchObject({ isCut: true });
		expect(asked.length).toBeLessThanOrEqual(3);
	});

	it('is not read without end', async () => {
		const { asked, read } = list(() => 100, 50);
		expect(await readWhole(read, TODAY - 365, TODAY, 50)).toMatchObject({ isCut: true });
		expect(asked.length).toBeLessThanOrEqual(75);
	});

	it('is whole where SIPS gives more rows than it was asked for', async () => {
		const { asked, read } = list(() => 10, 1_000);
		expect(await readWhole(read, TODAY - 30, TODAY, 50)).toMatchObject({ isCut: false });
		expect(asked).toHaveLength(1);
	});

	it('is taken as whole where no limit was sent', async () => {
		const { read } = list(() => 10, 50);
		expect(await readWhole(read, TODAY - 30, TODAY, undefined)).toMatchObject({ isCut: false });
	});

	it('has the rows of an order of one answer: the newer of two', async () => {
		const state = ['Submitted', 'Submitted', 'Confirmed'];
		const read = async ({ from, to = TODAY }: Days): Promise<IDataObject[]> => {
			const days = Array.from({ length: to - from + 1 }, (_, n) => to - n);
			const orderStatus = state.shift() ?? 'Confirmed';
			return await Promise.resolve(days.map((day) => ({ orderId: `${day}`, orderStatus })).slice(0, 4));
		};
		const { rows, isCut } = await readWhole(read, TODAY - 4, TODAY, 4);
		expect([isCut, ids(rows).sort()]).toEqual([false, Array.from({ length: 5 }, (_, n) => `${TODAY - 4 + n}`)]);
		// Listed by both parts, and confirmed in between.
		expect(rows.find(({ orderId }) => orderId === `${TODAY - 2}`)).toMatchObject({ orderStatus: 'Confirmed' });
	});

	it('that is not read to its end keeps what its parts said, and fills in from the whole', async () => {
		let asked = 0;
		const read = async ({ from, to = TODAY }: Days): Promise<IDataObject[]> => {
			asked += 1;
			const days = Array.from({ length: to - from + 1 }, (_, n) => to - n);
			return await Promise.resolve(days.map((day) => ({ orderId: `${day}`, orderStatus: asked === 1 ? 'Submitted' : 'Confirmed' })).slice(0, 6));
		};
		const { rows } = await readParts({ read, from: TODAY - 9, today: TODAY, rowLimit: 6, idOf: ({ orderId }) => orderId as string, hasTime: () => asked < 2 });
		expect(rows.map(({ orderStatus }) => orderStatus)).toEqual(['Confirmed', 'Confirmed', 'Confirmed', 'Confirmed', 'Confirmed', 'Submitted']);
	});

	it('keeps all rows of an order, and rows that cannot be told apart', async () => {
		const answer: IDataObject[] = [{ orderId: '1', shipment: 1 }, { orderId: '1', shipment: 2 }, { other: 1 }, { other: 1 }];
		const { rows } = await readParts({
			read: async () => await Promise.resolve(answer), from: TODAY, today: TODAY, rowLimit: 50, idOf: ({ orderId }) => (orderId as string | undefined) ?? null, hasTime: () => true,
		});
		expect(rows).toEqual(answer);
	});

	it('is read as far as there is time, and says from where on it was not', async () => {
		const { asked, read } = list(() => 10, 50);
		const of = async (requests: number, more: Partial<Reading> = {}) => {
			asked.length = 0;
			return await readParts({ read, from: TODAY - 30, today: TODAY, rowLimit: 50, idOf: ({ orderId }) => orderId as string, hasTime: () => asked.length < requests, ...more });
		};
		const first = await of(8);
		expect(first).toMatchObject({ isCut: true, unreadTo: expect.any(Number) as number });
		const seen = new Set(ids(first.rows));
		const rest = await of(100, { to: first.unreadTo });
		expect(rest).toMatchObject({ isCut: false, unreadTo: undefined });
		for (const id of ids(rest.rows)) seen.add(id);
		expect(seen.size).toBe(330);
	});

	it('that cannot be read fails', async () => {
		await expect(readWhole(() => Promise.reject(new Error('down')), TODAY, TODAY, 50)).rejects.toThrow('down');
	});
});
