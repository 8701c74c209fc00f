import { ClockMonitor } from '../../../../../engine/polling/clockMonitor';
import { clockMarks, isBelieved, type ClockMarks } from '../../../../../nodes/SrsSips/polling/clockMarks';
import { DAY_MS, invoiceRow, MINUTE_MS, NOON, orderRow, queuedOrder, WatchTrial, type Sight } from '../../../../support/polling/watchWorld';

const HOUR_MS = 60 * MINUTE_MS;
const YEAR = 365;

/** A watch that has been looking for three days, at an order of each kind and an invoice. */
function settled(): { trial: WatchTrial; sight: Sight } {
	const trial = new WatchTrial();
	const sight = { orders: [orderRow(1, 'Completed'), orderRow(2, 'Confirmed'), orderRow(3, 'Confirmed', { orderDate: null })], invoices: [invoiceRow('1')] };
	trial.look({ ...sight, now: NOON - 3 * DAY_MS });
	for (let hours = 60; hours >= 0; hours -= 12) expect(trial.look({ ...sight, now: NOON - hours * HOUR_MS }).events).toEqual([]);
	return { trial, sight };
}

describe('a clock that is set for some looks', () => {
	// What SIPS lists by a wrong clock: what has a date after that, or all, where it does not look at dates.
	it.each([
		['a year ahead, where nothing is listed then', YEAR, false],
		['a year ahead, where all is listed', YEAR, true],
		['forty days ahead', 40, false],
		['a year back', -YEAR, true],
		['ten days back', -10, true],
		['ten days back, where nothing is listed', -10, false],
	])('makes nothing news, and nothing forgotten: %s', (_what, days, isListed) => {
		const { trial, sight } = settled();
		const known = { orders: trial.state?.orders?.size, invoices: trial.state?.invoices?.size };
		for (let minutes = 5; minutes <= 23 * 60; minutes += 60) {
			const now = NOON + days * DAY_MS + minutes * MINUTE_MS;
			expect(trial.look(isListed ? { ...sight, now } : { orders: [], invoices: [], now }).events).toEqual([]);
		}
		for (const minutes of [24 * 60, 24 * 60 + 5, 30 * 60]) expect(trial.look({ ...sight, now: NOON + minutes * MINUTE_MS }).events).toEqual([]);
		expect({ orders: trial.state?.orders?.size, invoices: trial.state?.invoices?.size }).toEqual(known);
	});

	it.each([YEAR, 40, -YEAR])('skips no change: by %d days', (days) => {
		const { trial, sight } = settled();
		const changed = { ...sight, orders: [orderRow(1, 'Invoiced'), orderRow(2, 'En Route'), orderRow(9, 'Order Received')] };
		const looks = [NOON + days * DAY_MS, NOON + HOUR_MS, NOON + HOUR_MS + MINUTE_MS].map((now) => trial.look({ ...changed, now }).events.map(({ orderId }) => orderId));
		expect(looks.flat().sort()).toEqual(['1', '2', '9']);
		expect(trial.look({ ...changed, orders: [orderRow(10, 'Order Received')], now: NOON + 2 * HOUR_MS }).events.map(({ orderId }) => orderId)).toEqual(['10']);
	});

	it.each([
		['a year ahead for four weeks', YEAR, 28],
		['forty days ahead for a week, and corrected by two hours in between', 40, 7],
		['a year back for four weeks', -YEAR, 28],
	])('makes nothing news, and nothing forgotten: %s', (_what, days, length) => {
		const { trial, sight } = settled();
		const known = [trial.state?.orders?.size, trial.state?.invoices?.size];
		for (const hours of [0, 12, 10]) trial.look({ orders: [], invoices: [], now: NOON + days * DAY_MS + hours * HOUR_MS });
		for (let hours = 12; hours < length * 24; hours += 12) trial.look({ orders: [], invoices: [], now: NOON + days * DAY_MS + hours * HOUR_MS });
		expect(trial.look({ ...sight, now: NOON + length * DAY_MS }).events).toEqual([]);
		expect(trial.look({ ...sight, now: NOON + length * DAY_MS + 5 * MINUTE_MS }).events).toEqual([]);
		expect([trial.state?.orders?.size, trial.state?.invoices?.size]).toEqual(known);
	});

	it.each([
		['Look Back later', 3, 60, 30],
		['as soon as it is over, where it was set by no more than that', 3, 30, 1.5],
		['a day later, where so much is known that there may be no room for what is new', 10_001, 60, 1],
	])('has what is over forgotten all the same: %s', (_what, orders, ahead, days) => {
		const trial = new WatchTrial();
		trial.look({ orders: Array.from({ length: orders }, (_, n) => orderRow(n + 1, 'Completed')) });
		const sizes = Array.from({ length: 2 * days + 1 }, (_, n) => {
			trial.look({ now: NOON + ahead * DAY_MS + n * 12 * HOUR_MS });
			return trial.state?.orders?.size;
		});
		expect(sizes).toEqual([...Array<number>(2 * days).fill(orders), 0]);
	});

	it('brings no old orders up as news that were forgotten long ago', () => {
		const { trial } = settled();
		const old = { orders: [orderRow(1, 'Completed')], invoices: [invoiceRow('1')] };
		trial.lookOn({ now: NOON + 40 * DAY_MS, orders: [], invoices: [] });
		expect([trial.state?.orders?.has('1'), trial.state?.invoices?.size]).toEqual([false, 0]);
		expect(trial.look({ ...old, now: NOON + 10 * DAY_MS }).events).toEqual([]);
		expect(trial.look({ orders: [orderRow(11, 'Order Received', { orderDate: '2026-04-11' })], now: NOON + 41 * DAY_MS }).events).toHaveLength(1);
	});

	it('makes no queued order lost before it has waited for so long', () => {
		const { trial } = settled();
		trial.look({ queued: [queuedOrder()], now: NOON });
		expect(trial.look({ now: NOON + YEAR * DAY_MS, evenForMs: 0 }).events).toEqual([]);
		expect(trial.look({ now: NOON + YEAR * DAY_MS + 14 * MINUTE_MS, evenForMs: 14 * MINUTE_MS }).events).toEqual([]);
		expect(trial.look({ now: NOON + 16 * MINUTE_MS, evenForMs: MINUTE_MS }).events).toEqual([]);
		expect(trial.look({ now: NOON + 30 * MINUTE_MS, evenForMs: 15 * MINUTE_MS }).events.map(({ event }) => event)).toEqual(['orderLost']);
	});

	it('leaves no order waiting for a year that was queued while it was ahead, also where only such a look is saved', () => {
		const { trial } = settled();
		trial.look({ queued: [queuedOrder({ queuedAt: NOON + YEAR * DAY_MS })], now: NOON + YEAR * DAY_MS });
		const right = trial.look({ now: NOON + MINUTE_MS, evenForMs: 0 });
		expect(right).toEqual({ events: [], mustBeSaved: true });
		expect(trial.look({ now: NOON + 15 * MINUTE_MS }).events).toEqual([]);
		expect(trial.look({ now: NOON + 16 * MINUTE_MS }).events.map(({ event }) => event)).toEqual(['orderLost']);
	});

	it('leaves a queued order its listing that came up while the clock was ahead', () => {
		const { trial } = settled();
		const row = orderRow(7, 'Order Received', { PONumber: 'PO-Q', orderDate: '2026-03-02', transactionID: 'tx-1' });
		trial.look({ orders: [row], now: NOON + YEAR * DAY_MS });
		trial.look({ orders: [row], queued: [queuedOrder({ queuedAt: NOON - MINUTE_MS })], now: NOON });
		expect(trial.state?.waiting.size).toBe(0);
	});
});

describe('a watch that looks once a week', () => {
	it('forgets what is over, and tells nothing of that again', () => {
		const trial = new WatchTrial();
		const old = { orders: [orderRow(1, 'Completed')], invoices: [invoiceRow('1')] };
		trial.look(old);
		for (let week = 1; week <= 6; week += 1) expect(trial.look({ orders: [], invoices: [], now: NOON + week * 7 * DAY_MS }).events).toEqual([]);
		expect([trial.state?.orders?.size, trial.state?.invoices?.size]).toEqual([0, 0]);
		expect(trial.look({ ...old, now: NOON + 49 * DAY_MS }).events).toEqual([]);
	});
});

describe('the marks of a clock', () => {
	const from = (hours: readonly number[]): ClockMarks => hours.reduce<ClockMarks | undefined>((marks, hour) => clockMarks(marks, hour * HOUR_MS, 30), undefined)!;

	it.each([
		['at the first look', [1000], false],
		['after a day of looks', [1000, 1010, 1024], true],
		['after a day without any', [1000, 1025], false],
		['after a step back', [1000, 1010, 1024, 1020], false],
		['after a step back by a little', [1000, 1010, 1025, 1024], true],
		['a day after a step', [1000, 1024, 9000, 9012, 9024], true],
		['after a step and back', [1000, 1024, 9000, 1025], false],
		['with a look a week, at the second', [1000, 1168], false],
		['with a look a week, at the third', [1000, 1168, 1336], true],
		['with a look on Mondays and Fridays', [1000, 1096, 1168, 1264], true],
		['with a look a week, after a step of a year', [1000, 1168, 1336, 10264], false],
		['with a look a week, at the first after a step of a year', [1000, 1168, 1336, 10264, 10432], false],
		['with a look a week, after a step back', [1000, 1168, 1336, 1200, 1368], false],
	])('are believed, or not: %s', (_what, hours, believed) => {
		expect(isBelieved(from(hours))).toBe(believed);
	});
});

describe('a clock beside one that cannot be set', () => {
	it('has gone evenly since it was set last', () => {
		const clock = new ClockMonitor();
		expect(clock.evenFor(1_000_000, 0)).toBe(Number.POSITIVE_INFINITY);
		expect(clock.evenFor(1_060_000, 60_000)).toBe(Number.POSITIVE_INFINITY);
		expect(clock.evenFor(9_060_000, 120_000)).toBe(0);
		expect(clock.evenFor(9_120_000, 180_000)).toBe(60_000);
		expect(clock.evenFor(1_240_000, 240_000)).toBe(0);
		// Corrected by a little.
		expect(clock.evenFor(1_310_000, 300_000)).toBe(60_000);
	});
});
