import { startSuSandbox, type SuSandbox } from '../../../../sandbox/su';
import { HourlyLimit } from '../../../../sandbox/su/hourlyLimit';
import type { BookingRow, RatePlan, Reservation, RoomType } from '../../../../sandbox/su/types';
import { EXAMPLE_MESSAGE } from '../../../support/services/Su.examples';
import { dayFromNow } from '../../../support/services/exampleDays';
import { call, inSandbox } from '../support';

const UNKNOWN = { Status: 'Fail', Errors: { Code: '400', ShortText: 'Invalid HotelCode (NOWHERE)' } };

describe('the Su sandbox: rates, availability and reservations', () => {
	let sandbox: SuSandbox;
	let headers: Record<string, string>;

	inSandbox(startSuSandbox, async (started) => {
		sandbox = started;
		const { clientId, clientSecret } = sandbox.client;
		const { body } = await call<{ data: { token: string } }>(`${sandbox.url}/SUAPI/jservice/auth/generate-access-token`, { headers: { 'client-id': clientId, 'client-secret': clientSecret } });
		headers = { authorization: `Bearer ${body.data.token}` };
	});
	afterEach(() => jest.restoreAllMocks());

	const post = async <Body = Record<string, unknown>>(name: string, body: unknown) => await call<Body>(`${sandbox.url}/SUAPI/jservice/${name}`, { headers, body });
	const days = (changes: object = {}) => ({ from: dayFromNow(1), to: dayFromNow(9), roomstosell: '4', ...changes });
	const update = (changes: object = {}, hotelid = 'HVIEW-1', roomid = 'SUP-DBL') => ({ hotelid, room: [{ roomid, date: [days(changes)] }] });
	const waitingIn = async (hotelid: string) => (await post<{ reservations: Reservation[] }>('Reservation', { hotelid })).body.reservations;
	const acknowledge = async (hotelid: string, ...ids: string[]) => await post('Reservation_notif', { hotelid, reservation_notif: { reservation_notif_id: ids } });

	it('lists rate plans', async () => {
		const { body } = await post<{ rateplans: RatePlan[] }>('ratedetails', { hotelid: 'HVIEW-1' });
		expect(body.rateplans.map(({ rateplanid }) => rateplanid)).toEqual(['FLEX', 'NONREF']);
		expect(await post('ratedetails', { hotelid: 'NEW-3' })).toMatchObject({ status: 400, body: { Errors: { Code: '939' } } });
		expect(await post('ratedetails', { hotelid: 'NOWHERE' })).toMatchObject({ status: 400, body: UNKNOWN });
	});

	describe('an update', () => {
		it('is answered with 21 digits, without quotes unless told otherwise', async () => {
			const answer = await fetch(`${sandbox.url}/SUAPI/jservice/availability`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(update()) });
			const text = await answer.text();
			expect(text).toMatch(/^\{"Status":"Success","TicketId":\d{21}\}$/);
			expect(sandbox.updates()).toEqual([{ ...update(), TicketId: /\d{21}/.exec(text)?.[0] }]);
			sandbox.control.change({ ticketForm: 'text' });
			expect((await post('availability', update())).body.TicketId).toMatch(/^\d{21}$/);
		});

		it('makes room types and rate plans that are not there', async () => {
			await post('availability', update({ rate: [{ rateplanid: 'NEWPLAN' }] }, 'HVIEW-1', 'NEWROOM'));
			expect((await post<{ rooms: RoomType[] }>('roomdetails', { hotelid: 'HVIEW-1' })).body.rooms.map(({ roomid }) => roomid)).toEqual(['SUP-DBL', 'FAM-STE', 'NEWROOM']);
			expect((await post<{ rateplans: RatePlan[] }>('ratedetails', { hotelid: 'HVIEW-1' })).body.rateplans.map(({ rateplanid }) => rateplanid)).toContain('NEWPLAN');
			await sandbox.control.reset();
			expect(sandbox.updates()).toEqual([]);
		});

		it.each([
			['a day that is over', { from: '2020-01-01' }, '925'],
			['a day too far ahead', { to: dayFromNow(800) }, '921'],
			['a price that is none', { price: [{ NumberOfGuests: '2', value: '-1' }] }, '873'],
		])('is refused for %s, with status 200 or 400', async (_what, changes, code) => {
			expect(await post('availability', update(changes))).toMatchObject({ status: 200, body: { Status: 'Fail', Errors: [{ Code: code }] } });
			sandbox.control.change({ refusalStatus: 400 });
			expect(await post('availability', update(changes))).toMatchObject({ status: 400, body: { Status: 'Fail', Errors: [{ Code: code }] } });
			expect(sandbox.updates()).toEqual([]);
		});

		it('is refused for a property that is not there, and for a number where text is documented', async () => {
			expect((await post('availability', update({}, 'NOWHERE'))).body).toEqual({ Status: 'Fail', Errors: [{ Code: '400', ShortText: 'HotelCode: Invalid HotelCode (NOWHERE)' }] });
			expect(await post('availability', update({ roomstosell: 4 }))).toMatchObject({ status: 400, body: { Errors: { Code: '367' } } });
		});

		it('is taken so often in an hour for each property', async () => {
			sandbox.control.change({ updateLimit: 1 });
			await post('availability', update());
			expect((await post('availability', update())).body).toEqual({ Status: 'Fail', Errors: [{ ShortText: 'Limit has been reached' }] });
			expect((await post('availability', update({}, 'PINE-2', 'STD-TWN'))).body.Status).toBe('Success');
		});

		it('counts anew every hour', () => {
			const limit = new HourlyLimit();
			const now = jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-02T08:59:59Z'));
			expect([limit.take('A', 1), limit.take('A', 1), limit.take('B', 1)]).toEqual([true, false, true]);
			now.mockReturnValue(Date.parse('2026-11-02T09:00:00Z'));
			expect(limit.take('A', 1)).toBe(true);
		});
	});

	describe('the queue of a property', () => {
		it('holds its messages until they are acknowledged', async () => {
			expect((await waitingIn('HVIEW-1')).map(({ status }) => status)).toEqual(['new', 'modified', 'new', 'cancelled']);
			expect(await waitingIn('HVIEW-1')).toHaveLength(4);
			expect((await acknowledge('HVIEW-1', EXAMPLE_MESSAGE)).body).toEqual({ Status: 'Success' });
			expect((await waitingIn('HVIEW-1')).map(({ status }) => status)).toEqual(['new', 'new', 'cancelled']);
			expect(await waitingIn('NEW-3')).toEqual([]);
			expect(sandbox.waiting()).not.toContain(EXAMPLE_MESSAGE);
		});

		it('gives ten at a time', async () => {
			const first = await waitingIn('PINE-2');
			expect(first).toHaveLength(10);
			await acknowledge('PINE-2', ...first.map(({ reservation_notif_id }) => reservation_notif_id));
			expect(await waitingIn('PINE-2')).toHaveLength(1);
		});

		it('loses what is not acknowledged in time', async () => {
			sandbox.control.change({ messageLifeSeconds: 0 });
			expect(await waitingIn('HVIEW-1')).toEqual([]);
		});

		it('refuses what it does not hold, and then acknowledges none', async () => {
			const refused = { status: 400, body: { Status: 'Fail', Errors: { Code: '950', ShortText: 'Reservation Not Found' } } };
			expect(await acknowledge('HVIEW-1', EXAMPLE_MESSAGE, '1')).toMatchObject(refused);
			expect(await acknowledge('PINE-2', EXAMPLE_MESSAGE)).toMatchObject(refused);
			expect(await waitingIn('HVIEW-1')).toHaveLength(4);
			expect(await acknowledge('NOWHERE', '1')).toMatchObject({ status: 400, body: UNKNOWN });
			expect(await post('Reservation', { hotelid: 'NOWHERE' })).toMatchObject({ status: 400, body: UNKNOWN });
		});
	});

	describe('bookings', () => {
		const list = async (from: string, to: string, hotelid = 'HVIEW-1') => await post<{ BookingDetails: BookingRow[] }>('Bookings', { Su_hotelid: hotelid, date_from: from, date_to: to });

		it('are listed by the day on which they were made, month first', async () => {
			expect((await list('11-02-2026', '11-02-2026')).body.BookingDetails).toEqual([
				{ booking_id: '5544330001_HVIEW-1', Channel_code: '19', Booking_date: '2026-11-02 06:18:41', checkindate: '2027-02-11', checkoutdate: '2027-02-15', status: 'confirm' },
				expect.objectContaining({ booking_id: '5544330002_HVIEW-1' }),
			]);
			expect((await list('11-03-2026', '11-30-2026')).body.BookingDetails).toEqual([]);
			expect(await list('2026-11-02', '2026-11-02')).toMatchObject({ status: 400, body: { Errors: { Code: '367' } } });
			expect(await list('11-02-2026', '11-02-2026', 'NOWHERE')).toMatchObject({ status: 400, body: { Error: { Code: '400', ShortText: 'Invalid HotelCode' }, Status: 'Fail' } });
		});

		it('can be fetched five times each, as their last message has them', async () => {
			const fetchOne = async (bookingid: string) => await post<{ reservations: Reservation[] }>('getReservation', { hotelid: 'HVIEW-1', bookingid });
			expect((await fetchOne('5544330001_HVIEW-1')).body.reservations).toMatchObject([{ status: 'modified', totalprice: '580' }]);
			for (let more = 0; more < 4; more += 1) expect((await fetchOne('5544330001_HVIEW-1')).status).toBe(200);
			expect(await fetchOne('5544330001_HVIEW-1')).toMatchObject({ status: 400, body: { Error: { Code: '950' } } });
			expect((await fetchOne('5544330002_HVIEW-1')).status).toBe(200);
			expect((await fetchOne('0_HVIEW-1')).status).toBe(400);
		});
	});

	it('answers all of it as the document says', async () => {
		const { checkAnswer } = sandbox.contract;
		const check = async (operationId: string, name: string, body: unknown) => {
			const answer = await post(name, body);
			return checkAnswer(operationId, answer.status, answer.body);
		};
		sandbox.control.change({ ticketForm: 'text' });
		const problems = [
			await check('listRatePlans', 'ratedetails', { hotelid: 'HVIEW-1' }),
			await check('listRatePlans', 'ratedetails', { hotelid: 'NEW-3' }),
			await check('updateAvailability', 'availability', update()),
			await check('updateAvailability', 'availability', update({ from: '2020-01-01' })),
			await check('getNewReservations', 'Reservation', { hotelid: 'HVIEW-1' }),
			await check('getNewReservations', 'Reservation', { hotelid: 'PINE-2' }),
			await check('getNewReservations', 'Reservation', { hotelid: 'NOWHERE' }),
			await check('acknowledgeReservations', 'Reservation_notif', { hotelid: 'HVIEW-1', reservation_notif: { reservation_notif_id: [EXAMPLE_MESSAGE] } }),
			await check('acknowledgeReservations', 'Reservation_notif', { hotelid: 'HVIEW-1', reservation_notif: { reservation_notif_id: ['1'] } }),
			await check('listBookings', 'Bookings', { Su_hotelid: 'HVIEW-1', date_from: '11-01-2026', date_to: '11-30-2026' }),
			await check('listBookings', 'Bookings', { Su_hotelid: 'NOWHERE', date_from: '11-01-2026', date_to: '11-30-2026' }),
			await check('getReservation', 'getReservation', { hotelid: 'HVIEW-1', bookingid: '5544330001_HVIEW-1' }),
		];
		sandbox.control.change({ updateLimit: 0 });
		problems.push(await check('updateAvailability', 'availability', update()));
		expect(problems.flat()).toEqual([]);
	});
});
