import { failureOf } from '../../../../support/panels/pure';
import { BOOKING, Filled } from './support';

const email = new Filled('signature', 'booking.sendEmail', { bookingId: BOOKING, event: 'BOOKING_CANCELLED' });
const payment = new Filled('signature', 'booking.confirmPayment', { bookingId: BOOKING });
const state = (status: string) => ({ id: BOOKING, status, currency: 'USD', total_price: '64.87', quotes: [] });

describe('an email that is sent again', () => {
	it('names an event, or none', () => {
		expect(email.request()).toMatchObject({ method: 'POST', path: `/partners/{partner_code}/bookings/${BOOKING}/send_email`, body: { event: 'BOOKING_CANCELLED' } });
		expect(email.with({ event: '' }).request().body).toEqual({});
	});

	it('is told as taken, and not as sent', () => {
		for (const [body, status] of [['', 202], ['', 409], [undefined, 202]] as const) expect(email.items(body, status)).toEqual([{ bookingId: BOOKING, event: 'BOOKING_CANCELLED', taken: true }]);
		expect(email.with({ event: '' }).items('', 202)).toEqual([{ bookingId: BOOKING, event: null, taken: true }]);
		const error = { type: 'validation_error', message: 'An API error occurred.', errors: ['No such event'] };
		expect(failureOf(() => email.items(error, 200)).kind).toBe('businessRefusal');
		// Not whether the email went out: it may be what was answered first, or a word on this second one.
		expect(failureOf(() => email.items(error, 409))).toMatchObject({ kind: 'unknownOutcome', message: 'XCover has this request already (409), and answered with an error: An API error occurred.; No such event' });
	});

	it('is meant anew by each execution', () => {
		expect(email.key('2')).not.toBe(email.key('1'));
		expect(email.once.lookUp).toBeUndefined();
	});

	it('has nothing to simplify', () => {
		expect(email.operation.properties.map(({ name }) => name)).toEqual(['bookingId', 'event']);
	});
});

describe('the confirmation of a payment', () => {
	it('is a PUT under the key of the booking', () => {
		expect(payment.request()).toMatchObject({ method: 'PUT', path: `/partners/{partner_code}/bookings/${BOOKING}/confirm`, body: {}, keyed: { firstAnswer: 409 } });
		expect(payment.with({ bookingId: BOOKING.toLowerCase() }).key('2')).toBe(payment.key('1'));
	});

	it('is seen in a booking that is CONFIRMED only where it was PENDING_PAYMENT just before', () => {
		expect(payment.seen(state('CONFIRMED'), true, state('PENDING_PAYMENT'))).toEqual(['same']);
		expect(payment.seen(state('CONFIRMED'), true, state('RECEIVED'))).toEqual(['maybe']);
		expect(payment.seen(state('CONFIRMED'), true)).toEqual(['maybe']);
		expect(payment.seen(state('PENDING_PAYMENT'), true, state('PENDING_PAYMENT'))).toEqual([]);
		expect(payment.seen(state('CONFIRMED'), false)).toEqual([]);
	});

	it('is not told again of a booking that waits for its payment', () => {
		expect([payment.isUndone(state('PENDING_PAYMENT')), payment.isUndone(state('CANCELLED'))]).toEqual([true, false]);
	});

	it('comes out as the booking', () => {
		expect(payment.items(state('CONFIRMED'), 201)).toEqual([state('CONFIRMED')]);
	});

	it.each<[string, object, string]>([
		['waits for its payment still', state('PENDING_PAYMENT'), 'unknownOutcome'],
		['has failed', state('FAILED'), 'businessRefusal'],
		['is another one', { ...state('CONFIRMED'), id: 'N8QVB-6HJWC-INS' }, 'brokenAnswer'],
		['comes with errors', { ...state('CONFIRMED'), errors: ['Not paid'] }, 'unknownOutcome'],
	])('answered with a booking that %s is not told as done', (_what, body, kind) => {
		for (const status of [201, 409]) expect(failureOf(() => payment.items(body, status)).kind).toBe(kind);
	});
});
