import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSuSandbox, type SuSandbox } from '../../../sandbox/su';
import type { Deed } from '../../../sandbox/su/deeds';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { json, kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { suEngine, suEngineOfNewProcess } from '../../support/n8nEngine/suEngine';
import { TINY_PNG } from '../../support/panels/tinyPng';
import { inFreshSandbox } from '../../support/partner/freshSandbox';
import { EXAMPLES } from '../../support/services/Su.examples';
import { suBooking } from '../../support/webhook/suBodies';

/** A write, its call, how many calls of that kind come before it, and whether Su shows it elsewhere. */
interface Write {
	name: string;
	operationId: string;
	kind: Deed['kind'];
	looksBefore: number;
	isShown: boolean;
}

const WRITES: Write[] = [
	{ name: 'message.send', operationId: 'sendMessage', kind: 'message', looksBefore: 0, isShown: false },
	{ name: 'message.sendImage', operationId: 'sendImage', kind: 'image', looksBefore: 0, isShown: false },
	{ name: 'reservation.acceptRequest', operationId: 'decideRequest', kind: 'decision', looksBefore: 0, isShown: false },
	{ name: 'reservation.denyRequest', operationId: 'decideRequest', kind: 'decision', looksBefore: 0, isShown: false },
	{ name: 'reservation.report', operationId: 'reportReservation', kind: 'report', looksBefore: 0, isShown: false },
	{ name: 'reservation.cancelAirbnb', operationId: 'getCancellationOptions', kind: 'cancellation', looksBefore: 1, isShown: true },
	{ name: 'reservation.cancelDirect', operationId: 'cancelDirectBooking', kind: 'cancellation', looksBefore: 0, isShown: true },
	{ name: 'review.reply', operationId: 'replyToReview', kind: 'reply', looksBefore: 0, isShown: true },
];

describe('Su on the engine: what a guest reads, or somebody is bound by', () => {
	let sandbox: SuSandbox;
	let engine: Engine;

	inFreshSandbox(startSuSandbox, (started) => {
		sandbox = started;
		engine = suEngine(sandbox);
	});

	const run = async (name: string, changes: INodeParameters = {}, on = engine) => {
		const [resource, operation] = name.split('.');
		const binaries = [{ data: { mimeType: 'image/png', data: TINY_PNG.toString('base64') } }];
		return await on.run({ items: [{}], binaries, parameters: { resource, operation, options: {}, ...EXAMPLES[name], ...changes } as INodeParameters });
	};
	const again = { options: { sendAgain: true } };
	const done = (kind: Deed['kind']) => sandbox.deeds().filter((deed) => deed.kind === kind).length;

	describe.each(WRITES)('$name', ({ name, operationId, kind, looksBefore, isShown }) => {
		it('is sent once, and told as sent before by the second run and after a restart', async () => {
			const first = await run(name);
			expect([first.error?.message, json(first.items)]).toMatchObject([undefined, [{ alreadySubmitted: false, outcomeFrom: 'answer' }]]);
			expect(json((await run(name)).items)).toMatchObject([{ alreadySubmitted: true }]);
			const later = await run(name, {}, suEngineOfNewProcess(sandbox));
			if (isShown) expect(json(later.items)).toMatchObject([{ alreadySubmitted: true, outcomeFrom: 'lookUp' }]);
			else expect([json(later.items), kindOf(later.error), wordsOf(later.error)]).toEqual([[], 'unknownOutcome', expect.stringMatching(/Not sent again.*Send Even If Already Sent/)]);
			expect(done(kind)).toBe(1);
		});

		it('that Su refuses with status 200 is told as refused, and may be sent once that is mended', async () => {
			const body = { Status: 'Fail', Errors: { Code: '400', ShortText: 'Invalid HotelCode (HVIEW-1)' } };
			sandbox.control.fault({ operationId, kind: 'answer', body, skip: looksBefore });
			const refused = await run(name);
			expect([json(refused.items), kindOf(refused.error), wordsOf(refused.error)]).toEqual([[], 'notFound', expect.stringContaining('Check Property ID')]);
			expect(done(kind)).toBe(0);
			expect(json((await run(name)).items)).toMatchObject([{ alreadySubmitted: false }]);
			expect(done(kind)).toBe(1);
		});

		it.each<[string, object]>([
			['fails after it was carried out', { kind: 'status', status: 500 }],
			['is cut off after it was carried out', { kind: 'cut' }],
			['never answers', { kind: 'silence' }],
			['answers nothing that means yes or no', { kind: 'answer', body: { message: 'Handled' } }],
		])('that %s is looked up, or told as unknown, and not sent again', async (_what, fault) => {
			sandbox.control.fault({ operationId, skip: looksBefore, when: 'after', ...(fault as { kind: 'cut' }) });
			const first = await run(name, { options: { timeoutMs: 500 } });
			if (isShown) expect(json(first.items)).toMatchObject([{ alreadySubmitted: false, outcomeFrom: 'lookUp' }]);
			else expect([json(first.items), kindOf(first.error), wordsOf(first.error)]).toEqual([[], 'unknownOutcome', expect.stringMatching(/extranet\. <a|Reservation: Get shows/)]);
			const second = await run(name);
			if (isShown) expect(json(second.items)).toMatchObject([{ alreadySubmitted: true }]);
			else expect([json(second.items), kindOf(second.error)]).toEqual([[], 'unknownOutcome']);
			expect(done(kind)).toBe(1);
		});

		it('that comes too soon is carried out once, when Su takes it', async () => {
			sandbox.control.fault({ operationId, kind: 'status', status: 429, skip: looksBefore });
			expect(json((await run(name)).items)).toMatchObject([{ alreadySubmitted: false, outcomeFrom: 'answer' }]);
			expect(done(kind)).toBe(1);
		});

		it('that always comes too soon is not told as done', async () => {
			sandbox.control.fault({ operationId, kind: 'status', status: 429, skip: looksBefore, times: 0 });
			const { error, items } = await run(name);
			expect([items, kindOf(error), done(kind)]).toEqual([[], 'rateLimit', 0]);
		});
	});

	it.each(['message.send', 'message.sendImage', 'reservation.report'])('%s goes out once more where a person switches that on, and Retry On Fail does not send it a third time', async (name) => {
		await run(name);
		for (const alreadySubmitted of [false, true]) expect(json((await run(name, again)).items)).toMatchObject([{ alreadySubmitted }]);
		expect(sandbox.deeds()).toHaveLength(2);
	});

	it.each(['message.send', 'message.sendImage', 'reservation.report', 'review.reply', 'reservation.acceptRequest'])('%s that a person switched that on for counts as sent once it is off, also after a restart', async (name) => {
		expect((await run(name, again)).error).toBeUndefined();
		expect(json((await run(name)).items)).toMatchObject([{ alreadySubmitted: true }]);
		const later = await run(name, {}, suEngineOfNewProcess(sandbox));
		expect([json(later.items)[0]?.alreadySubmitted, kindOf(later.error)]).toEqual(name === 'review.reply' ? [true, undefined] : [undefined, 'unknownOutcome']);
		expect(sandbox.deeds()).toHaveLength(1);
	});

	it('a message that a person switched that on for, and whose answer was lost, is not sent once it is off', async () => {
		sandbox.control.fault({ operationId: 'sendMessage', kind: 'cut', when: 'after' });
		for (const changes of [again, {}]) expect(kindOf((await run('message.send', changes)).error)).toBe('unknownOutcome');
		expect(done('message')).toBe(1);
	});

	it('a message that a person switched that on for, and that Su refused, is sent once it is off', async () => {
		expect(kindOf((await run('message.send', { hotelId: 'NOWHERE', ...again })).error)).toBe('validation');
		sandbox.control.fault({ operationId: 'sendMessage', kind: 'answer', body: { status: 'Success' } });
		expect(json((await run('message.send', { hotelId: 'NOWHERE' })).items)).toMatchObject([{ alreadySubmitted: false }]);
	});

	it('a request that was accepted with that on is not denied once it is off', async () => {
		const bookingId = 'HMREQ00001_HVIEW-1';
		expect((await run('reservation.acceptRequest', { bookingId, ...again })).error).toBeUndefined();
		expect(kindOf((await run('reservation.denyRequest', { bookingId })).error)).toBe('conflict');
		expect(received(sandbox, 'decideRequest')).toBe(1);
	});

	it.each([
		['reservation.acceptRequest', 'reservation.denyRequest'],
		['reservation.denyRequest', 'reservation.acceptRequest'],
	])('%s, and then %s of the same request, is refused with advice, and Su hears nothing of it', async (first, second) => {
		const bookingId = 'HMREQ00001_HVIEW-1';
		expect((await run(first, { bookingId })).error).toBeUndefined();
		const { error } = await run(second, { bookingId });
		expect([kindOf(error), wordsOf(error)]).toEqual(['conflict', expect.stringMatching(/something else was sent under the same key before.*accepted or denied a request of the number HMREQ00001 before/)]);
		expect(received(sandbox, 'decideRequest')).toBe(1);
	});

	it.each([
		['HMREQ00001_HVIEW-1', 'HMREQ00001'],
		['HMREQ00001', 'hmreq00001_hview-1'],
	])('a request that was accepted as %s is not denied as %s: Su knows it by both', async (first, second) => {
		// The sandbox knows requests by the whole ID alone.
		sandbox.control.fault({ operationId: 'decideRequest', kind: 'answer', body: { Status: 'Success', Code: '200', ShortText: 'Booking confirmed' } });
		expect((await run('reservation.acceptRequest', { bookingId: first })).error).toBeUndefined();
		const { error } = await run('reservation.denyRequest', { bookingId: second });
		expect([kindOf(error), wordsOf(error)]).toEqual(['conflict', expect.stringMatching(/under another form of the ID/)]);
		expect(received(sandbox, 'decideRequest')).toBe(1);
	});

	it.each<[string, INodeParameters]>([
		['reservation.cancelAirbnb', { hotelId: 'hview-1', channelBookingId: 'hmabc12345', messageAirbnb: 'A pipe has burst. \n' }],
		['reservation.cancelDirect', { channelBookingId: 'direct-1' }],
		['reservation.acceptRequest', { bookingId: '7700110010_pine-2' }],
		['reservation.denyRequest', { bookingId: 'hmreq00001_hview-1' }],
		['reservation.report', { hotelId: 'hview-1' }],
		['review.reply', { hotelId: 'hview-1' }],
		['message.send', { hotelId: 'hview-1' }],
		['message.sendImage', { hotelId: 'hview-1' }],
	])('%s that differs in capitals and blanks alone is the same: %j', async (name, changes) => {
		expect((await run(name)).error).toBeUndefined();
		const { error, items } = await run(name, changes);
		expect([error?.message, json(items)]).toMatchObject([undefined, [{ alreadySubmitted: true }]]);
		expect(sandbox.deeds()).toHaveLength(1);
	});

	it('a direct booking is cancelled although one of its number at another channel was, and not told as that', async () => {
		const queued = (changes: IDataObject) => sandbox.queue(suBooking({ id: 'DIRECT-1_HVIEW-1', channel_booking_id: 'DIRECT-1', status: 'cancelled', ...changes }) as unknown as Parameters<SuSandbox['queue']>[0]);
		queued({ reservation_notif_id: '155251666900249940001', affiliation: { pos: 'Booking.com', OTA_Code: '19' } });
		queued({ reservation_notif_id: '155251666900249940002', affiliation: {} });
		const { items, error } = await run('reservation.cancelDirect');
		expect([error?.message, done('cancellation'), json(items)[0]?.alreadySubmitted]).toEqual([undefined, 1, false]);
	});

	it.each<[string, string, string, IDataObject]>([
		['reservation.cancelAirbnb', 'getCancellationOptions', 'the options of the look-up', { status: 'accept', options: [], panelty: '' }],
		['reservation.cancelAirbnb', 'getCancellationOptions', 'that it waits', { status: 'pending', message: 'Waiting for Airbnb' }],
		['reservation.cancelDirect', 'cancelDirectBooking', 'nothing', {}],
		['reservation.cancelDirect', 'cancelDirectBooking', 'that it is not so', { status: 'not_cancelled', message: 'Booking is confirmed' }],
	])('%s (%s) is not told as done where the answer holds %s', async (name, operationId, _what, data) => {
		sandbox.control.fault({ operationId, kind: 'answer', body: { status: 'Success', data }, skip: name === 'reservation.cancelAirbnb' ? 1 : 0 });
		const { items, error } = await run(name, { options: { timeoutMs: 500 } });
		expect([json(items), kindOf(error)]).toEqual([[], 'unknownOutcome']);
	});

	it.each<[string, INodeParameters, INodeParameters]>([
		['in other capitals of its booking', { channel: '9', channelBookingId: 'HMABC12345' }, { channel: '9', channelBookingId: 'hmabc12345' }],
		['with accents that are composed otherwise', { message: 'Đón bạn lúc 22:00.'.normalize('NFC') }, { message: 'Đón bạn lúc 22:00.'.normalize('NFD') }],
		['with blanks at the ends of its lines', { message: 'Dear guest,\nwelcome.' }, { message: 'Dear guest, \t\r\nwelcome.' }],
	])('a message is sent once, also %s', async (_what, first, second) => {
		await run('message.send', first);
		expect(json((await run('message.send', second)).items)).toMatchObject([{ alreadySubmitted: true }]);
		expect(done('message')).toBe(1);
	});

	it('an image is sent once, also in other capitals of its talk', async () => {
		for (const [threadId, alreadySubmitted] of [['Th-1', false], ['th-1', true]] as const) expect(json((await run('message.sendImage', { threadId })).items)).toMatchObject([{ alreadySubmitted }]);
		expect(done('image')).toBe(1);
	});

	it('a request that was decided before is told as that, and not as done by this run', async () => {
		await run('reservation.acceptRequest');
		const { error, items } = await run('reservation.acceptRequest', again);
		expect([items, kindOf(error), wordsOf(error)]).toEqual([[], 'conflict', expect.stringMatching(/Request booking not found.*accepted, denied or cancelled before.*This run decided nothing/)]);
	});

	it('a report is told as waiting, and as no more', async () => {
		const { items } = await run('reservation.report');
		expect(json(items)).toEqual([{ enqueued: true, hotelId: 'HVIEW-1', reservationNotifId: '177251666900249000942', report: 'is_no_show', alreadySubmitted: false, outcomeFrom: 'answer' }]);
		sandbox.control.fault({ operationId: 'reportReservation', kind: 'answer', body: { Status: 'Success' } });
		const { error } = await run('reservation.report', { report: 'cc_is_invalid' });
		expect(kindOf(error)).toBe('unknownOutcome');
	});

	it('a report whose word is not known goes out as the person gives it', async () => {
		await run('reservation.report', { report: 'cardCancellation', reportValue: 'cancel_reservation_invalid_cc' });
		expect(sandbox.deeds()).toMatchObject([{ body: { report: 'cancel_reservation_invalid_cc' } }]);
	});

	it('a booking that somebody cancelled before is not cancelled, and told as cancelled before', async () => {
		const { items } = await run('reservation.cancelAirbnb', { channelBookingId: 'HMXYZ67890' });
		expect(json(items)).toMatchObject([{ cancelled: true, channelBookingId: 'HMXYZ67890', alreadySubmitted: true, outcomeFrom: 'lookUp' }]);
		expect(sandbox.deeds()).toEqual([]);
	});

	it.each(['reservation.cancelAirbnb', 'reservation.cancelDirect'])('%s of a booking that is not there is a conflict with advice', async (name) => {
		const { error } = await run(name, { channelBookingId: 'NO-SUCH' });
		expect([kindOf(error), wordsOf(error)]).toEqual(['conflict', expect.stringMatching(/not active.*This run has cancelled nothing/)]);
	});

	it.each([['19', 'bookingid', 'Dear guest,\\\nwelcome.'], ['9', 'bookingid', 'Dear guest,\nwelcome.'], ['244', 'threadid', 'Dear guest,\nwelcome.']])('a message to channel %s goes out by its %s, with the line breaks that it wants', async (channel, id, message) => {
		const { error, items } = await run('message.send', { channel, threadId: '991460001', guestId: '320330001', message: 'Dear guest,\r\nwelcome.' });
		expect([error?.message, json(items)]).toMatchObject([undefined, [{ sent: true, channel, otaTrackingId: channel === '9' ? 'trk-1' : null }]]);
		const [deed] = sandbox.deeds();
		expect(deed).toMatchObject({ body: { hotelid: 'HVIEW-1', channelid: channel, message, listingid: '1234567' } });
		expect(Object.keys(deed!.body).includes(id)).toBe(true);
		expect(Object.keys(deed!.body)).toHaveLength(id === 'threadid' ? 6 : 5);
	});

	it('the same text for another booking, and another text for the same booking, are other messages', async () => {
		await run('message.send');
		for (const changes of [{ channelBookingId: '5544330002' }, { message: 'Bring a coat.' }]) expect(json((await run('message.send', changes)).items)).toMatchObject([{ alreadySubmitted: false }]);
		expect(sandbox.deeds()).toHaveLength(3);
	});

	it.each(['19', '9'])('what channel %s says against a message is told', async (channel) => {
		const { error } = await run('message.send', { hotelId: 'NOWHERE', channel });
		expect([kindOf(error), wordsOf(error)]).toEqual(['validation', expect.stringContaining('No property found for given property id')]);
	});

	it.each<[string, Buffer, RegExp]>([
		['is a PDF, whatever it is called', Buffer.from('%PDF-1.7 and more'), /Input Binary Field: must hold a JPEG or PNG: by its first bytes the file is application\/pdf/],
		['is text', Buffer.from('no image'), /must hold a JPEG or PNG: by its first bytes the file is neither/],
		['is empty', Buffer.alloc(0), /the file is empty/],
		['has nothing but its first bytes', Buffer.from([0xff, 0xd8, 0xff]), /the file breaks off before the image begins/],
		['has more than 10 MB', Buffer.concat([TINY_PNG, Buffer.alloc(10 * 1024 * 1024)]), /at most 10 MB: the file has 10\.0 MB/],
	])('an image that %s is refused by its field, and Su hears nothing of it', async (_what, bytes, words) => {
		const binaries = [{ data: { mimeType: 'image/png', data: bytes.toString('base64') } }];
		const { error } = await engine.run({ items: [{}], binaries, parameters: { resource: 'message', operation: 'sendImage', options: {}, ...EXAMPLES['message.sendImage'] } as INodeParameters });
		expect([kindOf(error), wordsOf(error)]).toEqual(['validation', expect.stringMatching(words)]);
		expect(received(sandbox, 'sendImage')).toBe(0);
	});

	it('an item without an image is refused together with its other fields', async () => {
		const { error } = await run('message.sendImage', { binaryPropertyName: 'photo', threadId: '={{ "" }}' });
		expect(wordsOf(error)).toMatch(/2 fields need attention\. Thread ID: must not be empty; Input Binary Field: .*no file in "photo"/);
	});

	it('an image goes out whole, and one from a guest comes in as a file', async () => {
		expect(json((await run('message.sendImage')).items)).toMatchObject([{ sent: true, messageId: 'msg-1', attachmentId: 'att-1' }]);
		expect(sandbox.deeds()).toMatchObject([{ body: { channel_id: '19', channel_hotel_id: '1234567', file_content: TINY_PNG.toString('base64') } }]);
		const { items } = await run('message.downloadImage');
		expect(items).toMatchObject([{ json: { attachmentId: 'att-5544330001-1', mimeType: 'image/png', size: TINY_PNG.length }, binary: { data: { mimeType: 'image/png' } } }]);
	});

	it('a faulty image is refused together with the other fields of its item', async () => {
		const binaries = [{ data: { mimeType: 'image/png', data: Buffer.from('no image').toString('base64') } }];
		const { error } = await engine.run({ items: [{}], binaries, parameters: { resource: 'message', operation: 'sendImage', options: {}, ...EXAMPLES['message.sendImage'], threadId: '={{ "" }}' } as INodeParameters });
		expect(wordsOf(error)).toMatch(/2 fields need attention\. Thread ID: must not be empty; Input Binary Field: must hold a JPEG or PNG/);
	});

	it('another image than the one that was asked for is not put out, and one beside it is left out', async () => {
		const attachment = TINY_PNG.toString('base64');
		const row = (attachment_id: string) => ({ attachment_id, attachment, mime_type: 'image/png' });
		const handOut = async (...rows: IDataObject[]) => {
			sandbox.control.fault({ operationId: 'downloadImage', kind: 'answer', body: { Status: 'Success', Data: { attachment_url_path: rows } } });
			return await run('message.downloadImage');
		};
		const { items, error } = await handOut(row('of-another-guest'));
		expect([json(items), kindOf(error), wordsOf(error)]).toEqual([[], 'brokenAnswer', expect.stringMatching(/another image.*att-5544330001-1.*of another guest/)]);
		const both = await handOut(row('of-another-guest'), row('att-5544330001-1'));
		expect([both.error, both.items.length, JSON.stringify(both.items).includes('of-another-guest')]).toEqual([undefined, 1, false]);
		expect((await handOut({ attachment, mime_type: 'image/png' })).items).toHaveLength(1);
	});

	it('an image of 10 MB goes out whole', async () => {
		const bytes = Buffer.concat([TINY_PNG, Buffer.alloc(10 * 1024 * 1024 - TINY_PNG.length)]).toString('base64');
		const binaries = [{ data: { mimeType: 'image/png', data: bytes } }];
		const { error } = await engine.run({ items: [{}], binaries, parameters: { resource: 'message', operation: 'sendImage', options: {}, ...EXAMPLES['message.sendImage'] } as INodeParameters });
		expect(error).toBeUndefined();
		const [deed] = sandbox.deeds();
		expect(deed?.kind === 'image' && deed.body.file_content === bytes).toBe(true);
	});

	it.each<[INodeParameters, string, RegExp]>([
		[{ channelHotelId: '1' }, 'notFound', /Channel: Get Mappings/],
		[{ attachmentId: 'att-0' }, 'notFound', /Attachment Not Found/],
	])('an image that cannot be had is told as that: %j', async (changes, kind, words) => {
		const { error } = await run('message.downloadImage', changes);
		expect([kindOf(error), wordsOf(error)]).toEqual([kind, expect.stringMatching(words)]);
	});

	describe('a reply to a review', () => {
		it('that has another answer already is not sent, unless a person wants that', async () => {
			const onAnswered = { channelReviewId: '88009001' };
			const { error } = await run('review.reply', onAnswered);
			expect([kindOf(error), wordsOf(error)]).toEqual(['conflict', expect.stringMatching(/another text.*has another answer already.*Send Even If Already Sent/)]);
			expect(sandbox.deeds()).toEqual([]);
			expect((await run('review.reply', { ...onAnswered, ...again })).error).toBeUndefined();
			expect(sandbox.deeds()).toHaveLength(1);
			expect(json((await run('review.reply', { ...onAnswered, ...again })).items)).toMatchObject([{ alreadySubmitted: true }]);
		});

		it('that is there with this very text is found on a later page, and not sent', async () => {
			sandbox.control.change({ reviewPageLimit: 1 });
			const { items } = await run('review.reply', { channelReviewId: '88009001', reviewReply: 'Thank you,  come again. ' });
			expect(json(items)).toMatchObject([{ replied: true, alreadySubmitted: true, outcomeFrom: 'lookUp' }]);
			expect([received(sandbox, 'listReviews'), sandbox.deeds()]).toEqual([3, []]);
		});

		it('goes out also where Su has no list of reviews, and is not looked for on pages after the review', async () => {
			sandbox.control.fault({ operationId: 'listReviews', kind: 'status', status: 404, times: 1 });
			expect(json((await run('review.reply')).items)).toMatchObject([{ alreadySubmitted: false, outcomeFrom: 'answer' }]);
			sandbox.control.change({ reviewPageLimit: 1 });
			const before = received(sandbox, 'listReviews');
			await run('review.reply', { channel: '244', channelPropertyId: '47520001', channelReviewId: '88009003' });
			expect(received(sandbox, 'listReviews') - before).toBe(1);
		});

		it('whose answer was lost, and below which another text stands by now, is not told as done', async () => {
			sandbox.control.fault({ operationId: 'replyToReview', kind: 'cut', when: 'before' });
			const listed = { Status: 'Success', Data: { reviews: [{ channel_id: '19', guest_info: { channel_review_id: '88009002', review_reply: 'Of somebody else' } }] } };
			sandbox.control.fault({ operationId: 'listReviews', kind: 'answer', body: listed, skip: 1, times: 0 });
			const { error, items } = await run('review.reply');
			expect([items, kindOf(error), wordsOf(error)]).toEqual([[], 'unknownOutcome', expect.stringContaining('another text')]);
		});
	});
});
