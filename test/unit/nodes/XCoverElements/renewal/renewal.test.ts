import { BOOKING, Filled } from '../booking/support';

const RENEWAL = 'IvB2w-zEk4f-REN';
const state = (status: string) => ({ id: BOOKING, status, currency: 'EUR', total_price: '18.40', quotes: [] });
const quote = new Filled('signature', 'renewal.quote', { bookingId: BOOKING });
const confirm = new Filled('signature', 'renewal.confirm', { bookingId: BOOKING, renewalId: RENEWAL });
const older = confirm.with({ options: { renewalPath: 'confirmation', paidOn: '2026-03-20T03:42:12+01:00' } });
const optOut = new Filled('signature', 'renewal.optOut', { bookingId: BOOKING });

describe('what a renewal costs', () => {
	it('is asked for by a PATCH, with an empty body or with what a person was told to send', () => {
		expect(quote.request()).toMatchObject({ method: 'PATCH', path: `/partners/{partner_code}/renewals/${BOOKING}/quote_for_renewal/`, body: {} });
		expect(quote.with({ options: { requestBody: '{ "plan": "b" }' } }).request().body).toEqual({ plan: 'b' });
		expect(quote.with({ options: { requestBody: '[]' } }).faults()).toEqual([expect.stringContaining('Request Body: must be a JSON object')]);
	});

	it('is read as a preview: no state in it is one', () => {
		expect(quote.items({ ...state('RENEWED'), renewal_id: RENEWAL })).toEqual([{ id: BOOKING, renewal_id: RENEWAL, currency: 'EUR', total_price: '18.40', previewed_status: 'RENEWED', quotes: [] }]);
	});
});

describe('the confirmation of a renewal', () => {
	it('goes to the path that is chosen, and is the same under both', () => {
		expect(confirm.request()).toMatchObject({ method: 'POST', path: `/partners/{partner_code}/renewals/${BOOKING}/confirm/${RENEWAL}/`, body: {} });
		expect(older.request()).toMatchObject({ method: 'PATCH', path: `/partners/{partner_code}/renewals/${RENEWAL}/confirmation`, body: { paid_on: '2026-03-20 02:42:12Z' } });
		expect(older.key('2')).toBe(confirm.key('1'));
		expect(older.once.content(older.parameters())).toBe(confirm.once.content(confirm.parameters()));
	});

	it('has a place for when it was paid at the older path alone', () => {
		expect(confirm.with({ options: { paidOn: '2026-03-20T02:42:12Z' } }).faults()).toEqual([expect.stringContaining('Paid On: must be left out')]);
	});

	it('comes out as the booking, or as taken where nothing more is told', () => {
		expect(confirm.items(state('RENEWED'))).toEqual([state('RENEWED')]);
		expect(older.items('', 202)).toEqual([{ bookingId: BOOKING, renewalId: RENEWAL, taken: true }]);
		expect(() => confirm.items({ message: 'Renewal is over' })).toThrow('Renewal is over');
	});

	it('is seen in a booking that is RENEWED only where it was not so just before', () => {
		expect(confirm.seen(state('RENEWED'), true, state('CONFIRMED'))).toEqual(['same']);
		expect(confirm.seen(state('RENEWED'), true, state('RENEWED'))).toEqual(['maybe']);
		expect(confirm.seen(state('RENEWED'), false)).toEqual([]);
		expect(confirm.seen(state('CONFIRMED'), true, state('CONFIRMED'))).toEqual([]);
	});
});

describe('the opt-out of a renewal', () => {
	it('is told as taken', () => {
		expect(optOut.request()).toMatchObject({ method: 'POST', path: `/partners/{partner_code}/renewals/${BOOKING}/opt_out/`, body: {} });
		expect(optOut.items('', 204)).toEqual([{ bookingId: BOOKING, taken: true }]);
		expect(optOut.operation.effect).toBe('repeatable');
	});
});
