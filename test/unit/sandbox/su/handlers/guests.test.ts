import { inSuSandbox, type SuCaller } from '../support';

describe('the Su sandbox: what a guest reads, or somebody is bound by', () => {
	let su: SuCaller;
	inSuSandbox((caller) => (su = caller));

	const MESSAGE = '177251666900249000942';
	const DECIDE = '../service/requestbookings';
	const cancel = (channel_bookingid: string, hotelid = 'HVIEW-1') => ({ hotelid, request_for: 'cancel_update', channel_bookingid, cancel_reason: '1~~~2', message_to_airbnb: 'x' });
	const talk = { hotel_id: 'HVIEW-1', channel_id: '19', channel_hotel_id: '1234567', thread_id: '1' };
	const say = (hotelid: string, channelid: string) => ({ hotelid, channelid, message: 'x', bookingid: '1', listingid: '1' });
	const answerTo = (channel_review_id: string, hotel_id = 'HVIEW-1') => ({ hotel_id, channel_id: '19', channel_property_id: '1234567', channel_review_id, review_reply: 'Thanks' });

	const CASES: Array<[operationId: string, name: string, body: object, status: number, says: object]> = [
		['decideRequest', DECIDE, { bookingid: '7700110010_PINE-2' }, 200, { Status: 'Success', Code: '200', ShortText: 'Booking confirmed' }],
		['decideRequest', DECIDE, { bookingid: 'HMREQ00001_HVIEW-1', status: 'cancel', decline_reason: 'not_comfortable', message_guest: 'x' }, 200, { ShortText: 'Booking cancelled' }],
		['decideRequest', DECIDE, { bookingid: '5544330001_HVIEW-1' }, 400, { Status: 'Fail', Code: '1035' }],
		['reportReservation', 'reporting', { hotelid: 'HVIEW-1', reservation_notif_id: MESSAGE, report: 'is_no_show' }, 200, { Status: 'enqueued' }],
		['reportReservation', 'reporting', { hotelid: 'PINE-2', reservation_notif_id: MESSAGE, report: 'is_no_show' }, 400, { Errors: { Code: '950' } }],
		['reportReservation', 'reporting', { hotelid: 'NOWHERE', reservation_notif_id: MESSAGE, report: 'is_no_show' }, 400, { Errors: [{ Code: '400' }] }],
		['getCancellationOptions', 'CancelReservationAB', cancel('HMABC12345'), 200, { status: 'Success' }],
		['getCancellationOptions', 'CancelReservationAB', cancel('HMXYZ67890'), 400, { status: 'Fail', data: { status: 'error' } }],
		['cancelDirectBooking', 'CancelReservationMeta', { hotelid: 'HVIEW-1', channel_bookingid: 'DIRECT-1' }, 200, { status: 'Success' }],
		['cancelDirectBooking', 'CancelReservationMeta', { hotelid: 'HVIEW-1', channel_bookingid: '5544330001' }, 400, { status: 'Fail', data: { status: 'error' } }],
		['cancelDirectBooking', 'CancelReservationMeta', { hotelid: 'NOWHERE', channel_bookingid: 'DIRECT-1' }, 400, { Errors: [{ Code: '400' }] }],
		['sendMessage', 'messagingAB', say('HVIEW-1', '19'), 200, { status: 'Success', response: 'Successfully posted' }],
		['sendMessage', 'messagingAB', say('NOWHERE', '19'), 400, { status: 'Fail', response: 'No property found for given property id' }],
		['sendMessage', 'messagingAB', say('NOWHERE', '9'), 400, { status: 'Fail', response: [{ message: 'No property found for given property id' }] }],
		['sendImage', 'message/sendAttachment', { ...talk, file_content: 'AAAA' }, 200, { Data: { message_id: 'msg-1' } }],
		['sendImage', 'message/sendAttachment', { ...talk, hotel_id: 'NOWHERE', file_content: 'AAAA' }, 400, { Errors: { Code: '558' } }],
		['downloadImage', 'message/downloadAttachment', { ...talk, attachments: [{ attachment_id: 'att-5544330001-1' }] }, 200, { Data: { attachment_url_path: [{ mime_type: 'image/png' }] } }],
		['downloadImage', 'message/downloadAttachment', { ...talk, channel_hotel_id: '1', attachments: [{ attachment_id: 'att-5544330001-1' }] }, 400, { Errors: { Code: '573' } }],
		['replyToReview', 'review/reply', answerTo('88009002'), 200, { Status: 'Success' }],
		['replyToReview', 'review/reply', answerTo('1'), 400, { Errors: { Code: '573' } }],
		['replyToReview', 'review/reply', answerTo('88009002', 'NOWHERE'), 400, { Errors: { Code: '558' } }],
	];

	it.each(CASES)('%s is answered as the document says, and carried out or not: %s %j', async (operationId, name, body, status, says) => {
		const reply = await su.ask(name, body);
		expect(reply).toMatchObject({ status, body: says });
		expect(su.sandbox.contract.checkAnswer(operationId, reply.status, reply.body)).toEqual([]);
		expect(su.sandbox.deeds()).toHaveLength(status === 200 && operationId !== 'downloadImage' ? 1 : 0);
	});

	it('a decision and a cancellation stand: neither is taken twice', async () => {
		for (const [name, body] of [[DECIDE, { bookingid: '7700110010_PINE-2' }], ['CancelReservationAB', cancel('HMABC12345')], ['CancelReservationMeta', { hotelid: 'HVIEW-1', channel_bookingid: 'DIRECT-1' }]] as const) {
			expect([(await su.ask(name, body)).status, (await su.ask(name, body)).status]).toEqual([200, 400]);
		}
	});

	it('a cancelled direct booking is told in the queue, and leaves it when it is acknowledged', async () => {
		const queue = async () => (await su.ask<{ reservations: Array<{ channel_booking_id: string; status: string; reservation_notif_id: string }> }>('Reservation', { hotelid: 'HVIEW-1' })).body.reservations;
		await su.ask('CancelReservationMeta', { hotelid: 'HVIEW-1', channel_bookingid: 'DIRECT-1' });
		const told = (await queue()).at(-1)!;
		expect(told).toMatchObject({ channel_booking_id: 'DIRECT-1', status: 'cancelled' });
		expect((await su.ask('Reservation_notif', { hotelid: 'HVIEW-1', reservation_notif: { reservation_notif_id: [told.reservation_notif_id] } })).status).toBe(200);
		expect((await queue()).some(({ channel_booking_id }) => channel_booking_id === 'DIRECT-1')).toBe(false);
	});

	it('an answer to a review is in the list', async () => {
		await su.ask('review/reply', answerTo('88009002'));
		const { body } = await su.ask<{ Data: { reviews: Array<{ guest_info: { review_reply: string } }> } }>('review/list', { hotel_id: 'HVIEW-1', page_size: 100, next_page: '' });
		expect(body.Data.reviews[1]?.guest_info.review_reply).toBe('Thanks');
	});
});
