import type { IDataObject } from 'n8n-workflow';
import fc from 'fast-check';

import { DAY_MS } from '../../engine/calendar';
import { asIsoDay, dayAt } from '../../nodes/SrsSips/polling/days';
import { readWhole, type Days } from '../../nodes/SrsSips/polling/paging';

/** How a partner may understand the days of a list that is cut after some rows. */
interface Partner {
	/** `orderToDate` is the first moment of that day, or its last one. */
	endsAt: 'first moment' | 'last moment';
	/** Hours by which its days begin later than those of UTC. */
	offset: number;
	sortsBy: 'newest' | 'oldest';
	/** Moments of its orders, in hours before now. */
	ages: readonly number[];
}

const NOW = Date.parse('2026-03-02T12:00:00Z');
const HOUR_MS = 3_600_000;
const LOOK_BACK = 30;

const zones = fc.constantFrom('UTC', 'America/Denver', 'Pacific/Honolulu', 'Pacific/Kiritimati', 'Asia/Kolkata');
const partners: fc.Arbitrary<Partner> = fc.record({
	endsAt: fc.constantFrom('first moment', 'last moment'),
	offset: fc.integer({ min: -12, max: 14 }),
	sortsBy: fc.constantFrom('newest', 'oldest'),
	// Whole days as well: a list without times has its orders at the first moment of a day.
	ages: fc.array(fc.oneof(fc.integer({ min: 0, max: 24 * LOOK_BACK }), fc.integer({ min: 0, max: LOOK_BACK }).map((days) => days * 24 + 12)), { maxLength: 120 }),
});

/** First moment of a day at the partner. */
const begins = (day: number, { offset }: Partner) => day * DAY_MS - offset * HOUR_MS;

function ordersFrom(partner: Partner, { from, to }: Days): IDataObject[] {
	const isIn = (at: number) => {
		if (at < begins(from, partner)) return false;
		if (to === undefined) return true;
		return partner.endsAt === 'first moment' ? at <= begins(to, partner) : at < begins(to + 1, partner);
	};
	const orders = partner.ages.map((age, n) => ({ orderId: String(n), at: NOW - age * HOUR_MS })).filter(({ at }) => isIn(at));
	return orders.sort((one, other) => (partner.sortsBy === 'newest' ? other.at - one.at : one.at - other.at));
}

async function looked(partner: Partner, timezone: string, rowLimit: number) {
	const today = dayAt(NOW, timezone);
	const from = today - LOOK_BACK;
	const asked: string[] = [];
	const read = async (days: Days): Promise<IDataObject[]> => {
		asked.push(`${asIsoDay(days.from)} to ${days.to === undefined ? '' : asIsoDay(days.to)}`);
		return await Promise.resolve(ordersFrom(partner, days).slice(0, rowLimit));
	};
	const list = await readWhole({ read, idOf: ({ orderId }) => orderId as string, from, today, rowLimit, hasTime: () => true });
	return { ...list, asked, all: ordersFrom(partner, { from }) };
}

describe('a list that is read in parts', () => {
	it('holds each order once, and all of them unless it says that it is cut', async () => {
		await fc.assert(
			fc.asyncProperty(partners, zones, fc.integer({ min: 2, max: 40 }), async (partner, timezone, rowLimit) => {
				const { rows, isCut, all } = await looked(partner, timezone, rowLimit);
				const ids = rows.map(({ orderId }) => orderId as string);
				expect(new Set(ids).size).toBe(ids.length);
				if (!isCut) expect(ids.sort()).toEqual(all.map(({ orderId }) => orderId as string).sort());
			}),
			{ numRuns: 2_000 },
		);
	}, 60_000);

	it('is whole where no two days at the partner have as many orders as it gives', async () => {
		await fc.assert(
			fc.asyncProperty(partners, zones, fc.integer({ min: 20, max: 40 }), async (partner, timezone, rowLimit) => {
				const perDay = new Map<number, number>();
				for (const age of partner.ages) {
					const day = Math.floor((NOW - age * HOUR_MS + partner.offset * HOUR_MS) / DAY_MS);
					perDay.set(day, (perDay.get(day) ?? 0) + 1);
				}
				// Three: the first of the parts may begin at the partner a day later or earlier than here.
				fc.pre([...perDay].every(([day, count]) => count + (perDay.get(day + 1) ?? 0) + (perDay.get(day + 2) ?? 0) < rowLimit));
				const { rows, isCut, all } = await looked(partner, timezone, rowLimit);
				expect([isCut, rows.length]).toEqual([false, all.length]);
			}),
			{ numRuns: 500 },
		);
	}, 60_000);
});
