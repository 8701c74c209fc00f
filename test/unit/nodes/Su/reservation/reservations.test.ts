import { acknowledge } from '../../../../../nodes/Su/reservation/acknowledge';
import { getAll } from '../../../../../nodes/Su/reservation/getAll';
import { mayBeBooking } from '../../../../../nodes/Su/reservation/refetch';
import { reservationRows } from '../../../../../nodes/Su/reservation/reservationRows';
import { panelOf } from '../../../../support/panels/panelOf';
import { answer, failureOf, fieldsOf, RUN } from '../../../../support/panels/pure';

const CARD = { cc_name: 'Mai', cc_number: '4111111111111111', cc_cvc: '123', cc_virtual: '0', vcc_expiration_date: '2027-01-01', tokensource: 'x', tokentype: 'y', token_id: 'z' };
const RESERVATION = {
	id: '5544330001_HVIEW-1',
	reservation_notif_id: '177251666900249940001',
	status: 'new',
	hotel_id: 'HVIEW-1',
	channel_booking_id: '5544330001',
	totalprice: '580',
	currencycode: 'EUR',
	customer: { first_name: 'Mai', last_name: 'Nguyen', email: 'mai@example.com', ...CARD },
	rooms: [
		{ id: 'SUP-DBL', arrival_date: '2027-02-12', departure_date: '2027-02-14', guest_name: 'Mai Nguyen' },
		{ id: 'FAM-STE', arrival_date: '2027-02-11', departure_date: '2027-02-15', guest_name: 'Lan Nguyen' },
	],
	su_payments: { action: 'charge', tokenid: 'secret-token', pgid: '1' },
	source: 'Su',
};

function rows(body: unknown, form: { isSimplified?: boolean; isCardDataWanted?: boolean } = {}) {
	return reservationRows(answer(body), 'Reservation', { isSimplified: false, isCardDataWanted: false, ...form });
}

describe('a reservation', () => {
	it('comes out whole, but for what is about the card', () => {
		const [row] = rows({ reservations: [RESERVATION] });
		expect(row).not.toHaveProperty('su_payments');
		expect({ ...row, su_payments: RESERVATION.su_payments }).toEqual({ ...RESERVATION, customer: { first_name: 'Mai', last_name: 'Nguyen', email: 'mai@example.com' } });
	});

	it.each([
		['a list of guests', { customer: [{ last_name: 'Nguyen', ...CARD }] }],
		['a guest of a room', { rooms: [{ guest: { last_name: 'Nguyen', ...CARD } }] }],
		['what stands beside the card of a payment', { pgtransactionid: 'secret-token', pg_refid: 'secret-token', corporate_booking_detail: { tax_id: '1', payment_information: 'card 4111111111111111' } }],
		['other capitals', { Su_Payments: { tokenid: 'secret-token' }, customer: { last_name: 'Nguyen', CC_Number: CARD.cc_number } }],
	])('comes out without the card of %s', (_what, reservation) => {
		const text = JSON.stringify(rows({ reservations: [reservation] }));
		expect(text).not.toMatch(/4111111111111111|secret-token|cc_cvc/i);
	});

	it('comes out as it is where Su wraps it', () => {
		expect(rows({ reservations: [{ reservation: RESERVATION }, RESERVATION] }, { isCardDataWanted: true })).toEqual([RESERVATION, RESERVATION]);
	});

	it('comes out with the card where that is asked for', () => {
		expect(rows({ reservations: [RESERVATION] }, { isCardDataWanted: true })).toEqual([RESERVATION]);
	});

	it('never has the card in its small form, with first arrival and last departure of all rooms', () => {
		const [row] = rows({ reservations: [RESERVATION] }, { isSimplified: true, isCardDataWanted: true });
		expect(row).toEqual({
			reservation_notif_id: '177251666900249940001', id: '5544330001_HVIEW-1', status: 'new', guest_name: 'Mai Nguyen', arrival_date: '2027-02-11',
			departure_date: '2027-02-15', totalprice: '580', currencycode: 'EUR', hotel_id: 'HVIEW-1', channel_booking_id: '5544330001',
		});
	});

	it.each([
		['empty personal data', { customer: { first_name: '', last_name: '' }, rooms: [{ guest_name: '', arrival_date: '', departure_date: '' }] }],
		['nothing at all', {}],
		['other types', { customer: 'x', rooms: 'y', totalprice: [] }],
	])('with %s has nulls in its small form', (_what, reservation) => {
		const [row] = rows({ reservations: [reservation] }, { isSimplified: true });
		expect(row).toMatchObject({ guest_name: null, arrival_date: null, departure_date: null, totalprice: null });
	});

	it.each<[what: string, states: [string?, string?], days: [string, string], guest: string]>([
		['of which one room was cancelled has the days and the guest of the other', ['modified', 'cancelled'], ['2027-02-12', '2027-02-14'], 'Mai Nguyen'],
		['whose first room was cancelled, in other letters', ['Canceled ', 'modified'], ['2027-02-11', '2027-02-15'], 'Lan Nguyen'],
		['that was cancelled has those of all rooms', ['cancelled', 'cancelled'], ['2027-02-11', '2027-02-15'], 'Mai Nguyen'],
		['that says nothing of the rooms has those of all', [undefined, ''], ['2027-02-11', '2027-02-15'], 'Mai Nguyen'],
	])('%s', (_what, states, [arrival, departure], guest) => {
		const rooms = RESERVATION.rooms.map((room, at) => ({ ...room, roomstaystatus: states[at] }));
		const [row] = rows({ reservations: [{ ...RESERVATION, customer: {}, rooms }] }, { isSimplified: true });
		expect(row).toMatchObject({ arrival_date: arrival, departure_date: departure, guest_name: guest });
	});

	it('has no day of zeros', () => {
		const rooms = [{ arrival_date: '0000-00-00', departure_date: '0000-00-00' }, ...RESERVATION.rooms];
		expect(rows({ reservations: [{ ...RESERVATION, rooms }, { rooms: rooms.slice(0, 1) }] }, { isSimplified: true })).toMatchObject([{ arrival_date: '2027-02-11' }, { arrival_date: null, departure_date: null }]);
	});

	it('is called by the guest of a room where the booker has no name', () => {
		const [row] = rows({ reservations: [{ ...RESERVATION, customer: {} }] }, { isSimplified: true });
		expect(row?.guest_name).toBe('Mai Nguyen');
	});

	it('is none where nothing waits', () => {
		expect(rows({ reservations: [] })).toEqual([]);
	});
});

describe('the booking that was asked for', () => {
	it.each<[string, object, boolean]>([
		['its id', { id: '71_hview-1' }, true],
		['no id', {}, true],
		["the channel's number and the property", { id: '880077', channel_booking_id: '71' }, true],
		["another booking's number", { id: '880077', channel_booking_id: '72' }, false],
		['another id', { id: '72_HVIEW-1' }, false],
	])('is told by %s', (_what, row, isIt) => {
		expect(mayBeBooking({ ...row }, 'HVIEW-1', '71_HVIEW-1')).toBe(isIt);
	});
});

describe('a list of bookings', () => {
	const parameters = (changes: object) => getAll.parameters(panelOf({ hotelId: 'HVIEW-1', dateFrom: '2026-11-01', dateTo: '2026-11-30', ...changes }), RUN);

	it('is asked for with the month first, and with the odd name of the property', () => {
		if (!('request' in getAll)) throw new Error('It has another form now.');
		expect(getAll.request(parameters({}))).toEqual({
			method: 'POST', path: '/SUAPI/jservice/Bookings', body: { Su_hotelid: 'HVIEW-1', date_from: '11-01-2026', date_to: '11-30-2026' },
		});
	});

	it('is not asked for backwards', () => {
		expect(fieldsOf(failureOf(() => parameters({ dateFrom: '2026-12-01' })))).toEqual(['Booked To']);
	});
});

describe('an acknowledgement', () => {
	it('names each message once', () => {
		if (!('batch' in acknowledge)) throw new Error('It has another form now.');
		const one = { hotelId: 'HVIEW-1', reservationNotifId: '1' };
		expect(acknowledge.batch.request([one, { ...one, reservationNotifId: '2' }, one]).body).toEqual({ hotelid: 'HVIEW-1', reservation_notif: { reservation_notif_id: ['1', '2'] } });
	});

	it('is refused for a number that has lost digits', () => {
		const read = (reservationNotifId: unknown) => acknowledge.parameters(panelOf({ hotelId: 'HVIEW-1', reservationNotifId }), RUN);
		for (const id of [177251666900249940001, String(177251666900249940001), ' 177251666900249940000 ', '1.7725166690024994e+20', '1.7725e20']) {
			expect(fieldsOf(failureOf(() => read(id)))).toEqual(['Reservation Notification ID']);
		}
		expect(read(12)).toEqual({ hotelId: 'HVIEW-1', reservationNotifId: '12' });
		// Ids that end in zeros, and ones of another length, are read as they stand.
		for (const id of ['177251666900249940001', '177251666900249941000', '17725166690024994', '20000000000000000000']) expect(read(id)).toMatchObject({ reservationNotifId: id });
	});
});
