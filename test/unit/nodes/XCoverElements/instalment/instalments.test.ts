import { BOOKING, Filled, POLICY } from '../booking/support';

const row = (number: number, status: string) => ({ id: `i-${number}`, number, status, total_amount: '12.99', commission: '0', tax: {}, period_start_date: 'a', period_end_date: 'b' });
const list = (...schedule: object[]) => ({ currency: 'EUR', quotes: [{ id: POLICY, payment_schedule: schedule, total_amount_due: '12.99' }, { id: 'without' }] });
const paid = (...instalment: object[]) => ({ paidInstalments: { instalment } });
const SECOND = { id: POLICY, number: 2, attemptedAt: '2026-03-03T09:30:00+01:00' };

describe('the instalments of a booking', () => {
	const getAll = new Filled('signature', 'instalment.getAll', { bookingId: BOOKING, returnAll: true });

	it('come out one by one, with their policy and currency', () => {
		expect(getAll.request()).toEqual({ method: 'GET', path: `/partners/{partner_code}/bookings/${BOOKING}/instalments/` });
		expect(getAll.items(list(row(1, 'PAID'), row(2, 'UNPAID')))).toEqual([
			{ policy_id: POLICY, number: 1, status: 'PAID', total_amount: '12.99', currency: 'EUR', commission: '0', period_start_date: 'a', period_end_date: 'b', id: 'i-1' },
			expect.objectContaining({ number: 2, status: 'UNPAID' }),
		]);
		expect(getAll.with({ returnAll: false, limit: 1 }).items(list(row(1, 'PAID'), row(2, 'UNPAID')))).toHaveLength(1);
		expect(getAll.items({ quotes: [] })).toEqual([]);
	});

	it('are no list without one', () => {
		expect(() => getAll.items({ currency: 'EUR' })).toThrow(/"quotes"/);
	});
});

describe('the report of a payment', () => {
	const report = new Filled('signature', 'instalment.reportPayment', { bookingId: BOOKING, ...paid(SECOND) });

	it('tells PAID of each instalment, at a time in UTC', () => {
		expect(report.request()).toMatchObject({
			method: 'POST',
			path: `/partners/{partner_code}/bookings/${BOOKING}/instalments/`,
			body: { quotes: [{ id: POLICY, instalment_number: 2, payment_status: 'PAID', payment_attempted_date: '2026-03-03T08:30:00Z' }] },
		});
	});

	it.each<[string, object, string]>([
		['no instalment', paid(), 'Paid Instalments: must have at least one entry'],
		['a time without a zone', paid({ ...SECOND, attemptedAt: '2026-03-03T09:30:00' }), 'Paid Instalments 1: Payment Attempted At: must be a date and time with its zone'],
		['no number', paid({ ...SECOND, number: 0 }), 'Paid Instalments 1: Number: must be a whole number from 1 up'],
		['an instalment twice', paid(SECOND, { ...SECOND, id: POLICY.toUpperCase() }), 'Paid Instalments: must not name the same instalment twice'],
	])('is not sent with %s', (_what, wrong, fault) => {
		expect(report.with({ ...wrong }).faults()).toEqual([expect.stringContaining(fault)]);
	});

	it('is the same with another time, which an expression gives with each try, and in another execution', () => {
		const later = report.with(paid({ ...SECOND, attemptedAt: '2026-03-03T10:00:00Z' }));
		expect(later.key('2')).toBe(report.key('1'));
		expect(report.once.content(later.parameters())).toBe(report.once.content(report.parameters()));
		expect(report.with(paid({ ...SECOND, number: 3 })).key()).not.toBe(report.key());
	});

	it('is seen in instalments that are all PAID, whoever told so', () => {
		const both = report.with(paid({ ...SECOND, number: 1 }, SECOND));
		for (const wasSent of [true, false]) {
			expect(report.seen(list(row(1, 'UNPAID'), row(2, 'PAID')), wasSent)).toEqual(['same']);
			// Before it is sent, that keeps it from being sent: one of them would be told twice.
			expect(both.seen(list(row(1, 'UNPAID'), row(2, 'PAID')), wasSent)).toEqual(wasSent ? [] : ['maybe']);
			expect(both.seen(list(row(1, 'PAID'), row(2, 'PAID')), wasSent)).toEqual(['same']);
		}
		expect(report.seen(list(), true)).toEqual([]);
	});

	it('is not sent where some of them are PAID, unless a person wants it all the same', () => {
		expect(report.once.stopsWhenListed?.(report.parameters())).toBe(true);
		expect(report.once.stopsWhenListed?.(report.with({ options: { sendAgain: true } }).parameters())).toBe(false);
		expect(report.once.lookUp?.isOptional).toBe(true);
	});

	it('is not told again of an instalment that is listed as unpaid', () => {
		expect([report.isUndone(list(row(2, 'UNPAID'))), report.isUndone(list(row(2, 'PAID'))), report.isUndone(list())]).toEqual([true, false, false]);
	});

	it('comes out as what was reported', () => {
		expect(report.items('', 204)).toEqual([{ bookingId: BOOKING, instalments: [{ policyId: POLICY, number: 2, payment_status: 'PAID' }], taken: true }]);
		expect(() => report.items('<html>', 200)).toThrow(/an empty answer was expected/);
	});
});
