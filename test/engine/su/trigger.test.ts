import type { IDataObject, IHookFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { SuTrigger } from '../../../nodes/Su/SuTrigger.node';
import { callHook, type CalledHook, type HookCall } from '../../support/webhook/hookCall';
import { suBooking, suMessage, suReview } from '../../support/webhook/suBodies';

const SECRET = 'a-secret-of-the-test';
const OPEN = { authentication: 'none' };

/** Calls the trigger as n8n does when Su calls its URL, unless told otherwise without authentication. */
async function call({ parameters = {}, ...rest }: HookCall = {}): Promise<CalledHook> {
	return await callHook(new SuTrigger(), { parameters: { ...OPEN, ...parameters }, credentials: { user: 'su', secret: SECRET, domain: 'example.com', clientSecret: SECRET }, ...rest });
}

const pushed = (...bookings: IDataObject[]) => JSON.stringify({ reservations: bookings });
const acknowledged = (...ids: string[]) => ({ reservation_notif: { reservation_notif_id: ids } });
const refusedWith = (words: RegExp) => ({ Status: 'Fail', Errors: { ShortText: expect.stringMatching(words) as string } });
/** Another booking, under the id of the first one's message. */
const OTHER = suBooking({ id: '5544330002_HVIEW-1', channel_booking_id: '5544330002' });
const [FIRST, SECOND] = ['177251666900249940001', '177251666900249940002'];

describe('Su Trigger: bookings', () => {
	it('starts the workflow with an item for each, and acknowledges all of them', async () => {
		const { items, sent } = await call({ body: pushed(suBooking(), suBooking({ reservation_notif_id: SECOND, status: 'modified' })) });
		expect(sent).toEqual({ status: 200, body: acknowledged(FIRST, SECOND) });
		expect(items).toHaveLength(2);
		expect(items?.[0]).toEqual({
			eventKey: expect.stringMatching(/^[0-9a-f]{32}$/) as string, kind: 'reservation', bookingKey: 'HVIEW-1/19/5544330001', reservation_notif_id: FIRST, id: '5544330001_HVIEW-1',
			status: 'new', guest_name: 'Mai Nguyen', arrival_date: '2026-12-24', departure_date: '2026-12-26', totalprice: '2700000', currencycode: 'VND', hotel_id: 'HVIEW-1',
			channel_booking_id: '5544330001', channel_id: '19', raw: expect.objectContaining({ hotel_name: 'Harbour View' }) as object,
		});
	});

	it('knows the booking by property, channel and its number there, and the message by its own id', async () => {
		const [one, other] = (await call({ body: pushed(suBooking(), suBooking({ id: 'another', reservation_notif_id: SECOND })) })).items ?? [];
		expect(one?.bookingKey).toBe(other?.bookingKey);
		expect(one?.eventKey).not.toBe(other?.eventKey);
	});

	it('gives the same acknowledgement for a message that comes again, and starts nothing', async () => {
		const again = { body: pushed(suBooking()), node: 'again' };
		expect((await call(again)).items).toHaveLength(1);
		// What is no news may be another with each sending.
		for (const one of [again, { ...again, body: pushed(suBooking({ su_payments: { tokenid: 'another token' }, cvv_available: 'false', processed_at: '2026-11-02 06:28:59' })) }]) {
			const { items, sent } = await call(one);
			expect([items, sent]).toEqual([undefined, { status: 200, body: acknowledged(FIRST) }]);
		}
	});

	it('starts for a cancellation that comes under the id of what it cancels', async () => {
		const started = async (status: string) => (await call({ body: pushed(suBooking({ status })), node: 'one id' })).items?.map((item) => item.status);
		expect([await started('new'), await started('cancelled'), await started('new')]).toEqual([['new'], ['cancelled'], undefined]);
	});

	it('takes those of a push beside one without an id, and says that one cannot be acknowledged', async () => {
		const { items, sent, warnings } = await call({ body: pushed(suBooking(), suBooking({ ...OTHER, reservation_notif_id: undefined })) });
		expect([items?.map(({ id }) => id), sent]).toEqual([['5544330001_HVIEW-1', '5544330002_HVIEW-1'], { status: 200, body: acknowledged(FIRST) }]);
		expect(warnings).toEqual([expect.stringMatching(/1 of 2 bookings without a reservation_notif_id/)]);
	});

	it('keeps ids of 21 digits that come as numbers', async () => {
		const { items, sent } = await call({ body: `{"reservations":[${JSON.stringify(suBooking()).replace(`"${FIRST}"`, FIRST)}]}` });
		expect([items?.[0]?.reservation_notif_id, sent.body]).toEqual([FIRST, acknowledged(FIRST)]);
	});

	it.each<[string, IDataObject]>([
		['wrapped in "reservation" within the list', { reservations: [{ reservation: suBooking() }] }],
		['wrapped in "reservation" alone', { reservation: suBooking() }],
		['as an object, and no list', { reservations: suBooking() }],
	])('takes a booking %s', async (_how, body) => {
		const { items, sent } = await call({ body: JSON.stringify(body) });
		expect([items?.map(({ id }) => id), sent.body]).toEqual([['5544330001_HVIEW-1'], acknowledged(FIRST)]);
	});

	it('takes a cancellation without rooms and dates, as an item with nulls', async () => {
		const { items, sent } = await call({ body: pushed({ reservation_notif_id: FIRST, hotel_id: 'HVIEW-1', status: 'cancelled', id: '5544330001_HVIEW-1' }) });
		expect(sent.body).toEqual(acknowledged(FIRST));
		expect(items).toEqual([expect.objectContaining({ status: 'cancelled', arrival_date: null, departure_date: null, guest_name: null, channel_id: null, bookingKey: 'HVIEW-1//5544330001' })]);
	});

	it.each<[string, IDataObject]>([
		['property', { properties: 'PINE-2, OAK-3' }],
		['channel', { channels: '244' }],
		['status', { statuses: ['cancelled'] }],
	])('acknowledges what the filter by %s leaves out, and starts nothing', async (_what, filters) => {
		const { items, sent } = await call({ body: pushed(suBooking()), parameters: { filters } });
		expect([items, sent]).toEqual([undefined, { status: 200, body: acknowledged(FIRST) }]);
	});

	it('starts for what the filters let through', async () => {
		const parameters = { events: ['reservation'], filters: { properties: 'hview-1', channels: '9,19', statuses: ['new', 'modified'] } };
		expect((await call({ body: pushed(suBooking()), parameters })).items).toHaveLength(1);
		expect((await call({ body: JSON.stringify(suMessage()), parameters })).items).toBeUndefined();
	});

	it('puts out card data only where it is asked for', async () => {
		const words = JSON.stringify((await call({ body: pushed(suBooking()) })).items);
		for (const secret of ['4111', 'cc_', 'a-token-of-the-card']) expect(words).not.toContain(secret);
		const asked = await call({ body: pushed(suBooking()), parameters: { 'settings.includeCardData': true } });
		expect(asked.items?.[0]?.raw).toEqual(suBooking());
	});

	it('names card data to n8n, which then hides it from people', () => {
		const { sensitiveOutputFields } = new SuTrigger().description as { sensitiveOutputFields?: string[] };
		const customer = Object.keys(suBooking().customer as IDataObject).filter((name) => name.startsWith('cc_'));
		expect(sensitiveOutputFields).toEqual(expect.arrayContaining([...customer.map((name) => `raw.customer.${name}`), 'raw.su_payments']));
	});

	it('hands out both bookings of a push that have one reservation_notif_id', async () => {
		const { items, sent } = await call({ body: pushed(suBooking(), OTHER) });
		expect(sent.body).toEqual({ reservation_notif: { reservation_notif_id: [FIRST] } });
		expect(items?.map(({ id }) => id)).toEqual(['5544330001_HVIEW-1', '5544330002_HVIEW-1']);
	});
});

describe('Su Trigger: how many messages it remembers', () => {
	const many = (count: number) => JSON.stringify({ reservations: Array.from({ length: count }, (_, at) => ({ reservation_notif_id: `n-${at}`, id: `${at}_H` })) });

	it('is 5,000, each as one event', async () => {
		for (const body of [many(3_500), many(1)]) expect((await call({ body, node: 'many' })).items?.length).toBe(body === many(1) ? undefined : 3_500);
	});
});

describe('Su Trigger: when to acknowledge', () => {
	const parameters = { responseMode: 'lastNode' };

	it('says the ids at the end of a workflow that has succeeded, where that is chosen', async () => {
		const { answer, sent } = await call({ body: pushed(suBooking()), parameters, endsWith: { status: 200 } });
		expect(answer.webhookResponse).toBeUndefined();
		expect(sent).toEqual({ status: 200, body: acknowledged(FIRST) });
	});

	it('says no id where the workflow failed, so that the message comes again and starts it again', async () => {
		const failed = await call({ body: pushed(suBooking()), parameters, node: 'failing', endsWith: { status: 500, body: { message: 'Error in workflow' } } });
		expect(failed.sent).toEqual({ status: 500, body: { message: 'Error in workflow' } });
		expect((await call({ body: pushed(suBooking()), parameters, node: 'failing', endsWith: { status: 200 } })).items).toHaveLength(1);
	});
});

describe('Su Trigger: messages and reviews', () => {
	it.each<[string, IDataObject, IDataObject]>([
		['a message', suMessage(), { kind: 'message', hotel_id: 'HVIEW-1', channel_id: '244', messageid: '9623310001', bookingid: 'HMABC12345', threadid: '991460001', guestid: '320330001', listingid: '47520001', message: 'Can we arrive at 22:00?' }],
		['a review', suReview(), { kind: 'review', hotel_id: 'HVIEW-1', channel_id: '19', channel_review_id: '88001', channel_booking_id: '5544330001', review_status: 'created', review_title: 'Lovely' }],
	])('starts for %s, once, and answers in the very letters that Su waits for', async (what, body, expected) => {
		const first = await call({ body: JSON.stringify(body), node: what });
		expect(first.items).toEqual([expect.objectContaining({ ...expected, raw: body })]);
		const second = await call({ body: JSON.stringify({ ...body, message_again: 'yes' }), node: what });
		expect(second.items).toBeUndefined();
		expect([first.sent, second.sent]).toEqual(Array(2).fill({ status: 200, body: { status: 'Success' } }));
	});

	it('starts for a review again when it is published', async () => {
		const started = async (review_status: string) => (await call({ body: JSON.stringify(suReview({ review_status })), node: 'reviews' })).items?.length;
		expect([await started('created'), await started('published'), await started('created')]).toEqual([1, 1, undefined]);
	});

	it('takes those without an id by all that they say', async () => {
		const started = async (message: string) => (await call({ body: JSON.stringify(suMessage({ messageid: '', message })), node: 'no id' })).items?.length;
		expect([await started('one'), await started('two'), await started('one')]).toEqual([1, 1, undefined]);
	});

	it('starts for a review of another channel that has the same number', async () => {
		const started = async (channel_id: string) => (await call({ body: JSON.stringify(suReview({ channel_id })), node: 'same review' })).items?.length;
		expect([await started('19'), await started('9')]).toEqual([1, 1]);
	});

	it('starts for a message of another channel that has the same number', async () => {
		const started = async (channel_id: string) => (await call({ body: JSON.stringify(suMessage({ channel_id, message: `by ${channel_id}` })), node: 'same message' })).items?.length;
		expect([await started('19'), await started('244')]).toEqual([1, 1]);
	});
});

describe('Su Trigger: who calls, and with what', () => {
	const basic = (words: string) => ({ authorization: `Basic ${Buffer.from(words).toString('base64')}` });

	it.each<[string, HookCall, number]>([
		['the user and the secret', { headers: basic(`su:${SECRET}`), parameters: { authentication: 'basic' } }, 200],
		['another secret', { headers: basic('su:another-secret-of-it'), parameters: { authentication: 'basic' } }, 401],
		['another user', { headers: basic(`so:${SECRET}`), parameters: { authentication: 'basic' } }, 401],
		['no credentials', { parameters: { authentication: 'basic' } }, 401],
		['a bearer token', { headers: { authorization: `Bearer ${SECRET}` }, parameters: { authentication: 'basic' } }, 401],
		['the secret in the URL', { query: { key: SECRET }, parameters: { authentication: 'query', queryName: 'key' } }, 200],
		['another one there', { query: { key: 'x' }, parameters: { authentication: 'query', queryName: 'key' } }, 401],
		['an address that is not allowed', { parameters: { allowedAddresses: '10.0.0.0/8' } }, 403],
		['what it likes, where nothing is asked', {}, 200],
	])('answers who sends %s', async (_what, given, status) => {
		const { sent, items, responseHeaders } = await call({ body: pushed(suBooking()), ...given });
		expect(sent.status).toBe(status);
		expect(items?.length).toBe(status === 200 ? 1 : undefined);
		if (status !== 200) expect(sent.body).toEqual(refusedWith(/secret is missing or wrong|may not send/));
		expect(responseHeaders['WWW-Authenticate']).toBe(status === 401 ? 'Basic realm="n8n"' : undefined);
	});

	it.each<[string, string | undefined, RegExp]>([
		['nothing', undefined, /body is empty/],
		['no JSON', 'a=1', /not JSON/],
		['an object without any of it', '{"hello":"Su"}', /holds no booking/],
		['an empty list', '{"reservations":[]}', /holds no booking/],
		['a booking without an id', pushed(suBooking({ reservation_notif_id: '' })), /no reservation_notif_id/],
		['ids alone', JSON.stringify(acknowledged(FIRST)), /does not read bookings/],
	])('answers %s with status 200 and no id, and starts nothing', async (_what, body, words) => {
		const { sent, items } = await call({ body });
		expect(items).toBeUndefined();
		expect(sent).toEqual({ status: 200, body: refusedWith(words) });
	});

	it.each(['setup'])('answers a look at the URL with 200 and starts nothing', async (webhook) => {
		const { sent, items } = await call({ webhook, parameters: { authentication: 'basic' } });
		expect([sent.status, items]).toEqual([200, undefined]);
	});

	it('has the same address for POST, GET and HEAD', () => {
		const { webhooks = [] } = new SuTrigger().description;
		expect(webhooks.map(({ httpMethod, path }) => [httpMethod, path])).toEqual([['POST', 'su'], ['GET', 'su'], ['HEAD', 'su']]);
	});

	it.each<[IDataObject, RegExp]>([
		[{ filters: { properties: '' } }, /Property IDs under Filters was added and comes to nothing/],
		[{ filters: { channels: ' , ' } }, /Channel Codes under Filters holds no channel/],
		[{ events: 'booking' }, /Trigger On names booking/],
		[{ authentication: 'token' }, /Authentication is set to none of its choices/],
	])('neither publishes nor takes a message while the panel holds %j', async (parameters, words) => {
		const { sent, items, warnings } = await call({ body: pushed(suBooking()), parameters });
		expect([items, sent.status]).toEqual([undefined, 503]);
		expect(warnings).toEqual([expect.stringMatching(words)]);
		const all: IDataObject = { ...OPEN, ...parameters };
		const context = { getNode: () => ({ name: 'Trigger', parameters: all }), getNodeParameter: (name: string, fallback: unknown) => all[name] ?? fallback } as unknown as IHookFunctions;
		await expect(new SuTrigger().webhookMethods.default.checkExists.call(context)).rejects.toThrow(words);
	});
});

describe('Su Trigger: messages that hold ids alone', () => {
	const parameters = { readsIds: true };
	/** A queue of HVIEW-1 with one booking in it; what is asked of Su is noted. */
	function su(asked: string[], status = 200) {
		return (request: IHttpRequestOptions) => {
			asked.push(`${request.url} ${String(request.body)}`);
			const isRead = request.url.endsWith('/Reservation');
			return { status, body: isRead ? { reservations: [suBooking()] } : { Status: 'Success' } };
		};
	}
	const idsOnly = (more: IDataObject = {}) => JSON.stringify({ ...acknowledged(FIRST), ...more });

	it.each<[string, IDataObject, IDataObject]>([
		['the message names', { hotelid: 'HVIEW-1' }, {}],
		['the filter names', {}, { filters: { properties: 'HVIEW-1' } }],
	])('reads the booking of the property that %s, starts with it, and takes it out of the queue', async (_how, more, filters) => {
		const asked: string[] = [];
		const { items, sent } = await call({ body: idsOnly(more), parameters: { ...parameters, ...filters }, partner: su(asked) });
		expect(items).toEqual([expect.objectContaining({ reservation_notif_id: FIRST, guest_name: 'Mai Nguyen', bookingKey: 'HVIEW-1/19/5544330001' })]);
		expect(items?.[0]).not.toHaveProperty('unreadId');
		expect(sent).toEqual({ status: 200, body: acknowledged(FIRST) });
		await new Promise(setImmediate);
		expect(asked.map((one) => one.toLowerCase())).toEqual([
			'/suapi/jservice/reservation {"hotelid":"hview-1"}',
			`/suapi/jservice/reservation_notif {"hotelid":"hview-1","reservation_notif":{"reservation_notif_id":["${FIRST}"]}}`,
		]);
	});

	it('neither starts nor acknowledges what no queue holds, nor while Su cannot be asked, nor without a property', async () => {
		const asked: string[] = [];
		const other = await call({ body: JSON.stringify({ ...acknowledged(SECOND), hotelid: 'HVIEW-1' }), parameters, partner: su(asked) });
		expect([other.items, other.sent]).toEqual([undefined, { status: 200, body: refusedWith(/No booking waits/) }]);
		const down = await call({ body: idsOnly({ hotelid: 'HVIEW-1' }), parameters, partner: su(asked, 403) });
		expect([down.items, down.sent]).toEqual([undefined, { status: 503, body: refusedWith(/cannot be read/) }]);
		const nowhere = await call({ body: idsOnly(), parameters, partner: su(asked) });
		expect([nowhere.items, nowhere.sent]).toEqual([undefined, { status: 200, body: refusedWith(/names no property/) }]);
		expect(asked.filter((one) => one.includes('_notif '))).toEqual([]);
	});

	it('gives the same acknowledgement for one that comes again, whether Su lists it still or not', async () => {
		let waiting = [suBooking()];
		const partner = (request: IHttpRequestOptions) => ({ status: 200, body: request.url.endsWith('/Reservation') ? { reservations: waiting } : { Status: 'Success' } });
		const again = { body: idsOnly({ hotelid: 'HVIEW-1' }), parameters, node: 'ids again', partner };
		expect((await call(again)).items).toHaveLength(1);
		const listed = await call(again);
		waiting = [];
		const gone = await call(again);
		expect([listed, gone].map(({ items, sent }) => [items, sent.body])).toEqual(Array(2).fill([undefined, acknowledged(FIRST)]));
	});

	it('takes those of several ids under which something waits, or that came before, and acknowledges no other', async () => {
		let waiting = [suBooking()];
		const partner = (request: IHttpRequestOptions) => ({ status: 200, body: request.url.endsWith('/Reservation') ? { reservations: waiting } : { Status: 'Success' } });
		const both = { body: JSON.stringify({ ...acknowledged(SECOND, FIRST), hotelid: 'HVIEW-1' }), parameters, node: 'one id of two', partner };
		const first = await call(both);
		expect([first.items?.length, first.sent.body]).toEqual([1, acknowledged(FIRST)]);
		const listed = await call(both);
		waiting = [];
		const gone = await call(both);
		expect([listed, gone].map(({ items, sent }) => [items, sent.body])).toEqual(Array(2).fill([undefined, acknowledged(FIRST)]));
	});

	it('starts for a cancellation that waits under an id that came before', async () => {
		const started = async (status: string) => {
			const partner = (request: IHttpRequestOptions) => ({ status: 200, body: request.url.endsWith('/Reservation') ? { reservations: [suBooking({ status })] } : { Status: 'Success' } });
			return (await call({ body: idsOnly({ hotelid: 'HVIEW-1' }), parameters, node: 'cancelled by id', partner })).items?.map((item) => item.status);
		};
		expect([await started('new'), await started('cancelled')]).toEqual([['new'], ['cancelled']]);
	});

	it('acknowledges once more what a filter left out and that is gone from the queue', async () => {
		let waiting = [suBooking()];
		const partner = (request: IHttpRequestOptions) => ({ status: 200, body: request.url.endsWith('/Reservation') ? { reservations: waiting } : { Status: 'Success' } });
		const left = { body: idsOnly({ hotelid: 'HVIEW-1' }), parameters: { ...parameters, filters: { channels: '244' } }, node: 'left out by id', partner };
		await call(left);
		waiting = [];
		const { items, sent } = await call(left);
		expect([items, sent.body]).toEqual([undefined, acknowledged(FIRST)]);
	});

	it('acknowledges by its id what came whole before, also where a filter left it out', async () => {
		const partner = () => ({ status: 200, body: { reservations: [] } });
		for (const filters of [{}, { channels: '244' }]) {
			const node = `whole before ${JSON.stringify(filters)}`;
			await call({ body: pushed(suBooking()), parameters: { ...parameters, filters }, node, partner });
			const { items, sent } = await call({ body: idsOnly({ hotelid: 'HVIEW-1' }), parameters: { ...parameters, filters }, node, partner });
			expect([filters, items, sent.body]).toEqual([filters, undefined, acknowledged(FIRST)]);
		}
	});

	it('takes what a filter leaves out of the queue, and starts nothing', async () => {
		const asked: string[] = [];
		const { items, sent } = await call({ body: idsOnly({ hotelid: 'HVIEW-1' }), parameters: { ...parameters, filters: { channels: '244' } }, partner: su(asked) });
		await new Promise(setImmediate);
		expect([items, sent.body, asked.length]).toEqual([undefined, acknowledged(FIRST), 2]);
	});

	it('hands out both bookings that wait under an id that came alone', async () => {
		const partner = (request: IHttpRequestOptions) => ({ status: 200, body: request.url.endsWith('/Reservation') ? { reservations: [suBooking(), OTHER] } : { Status: 'Success' } });
		const { items } = await call({ body: idsOnly({ hotelid: 'HVIEW-1' }), parameters: { readsIds: true }, partner });
		expect(items?.map(({ id }) => id)).toEqual(['5544330001_HVIEW-1', '5544330002_HVIEW-1']);
	});

	it('asks Su for the property as the filter spells it', async () => {
		const partner = (request: IHttpRequestOptions) => {
			const { hotelid } = JSON.parse(String(request.body)) as { hotelid: string };
			if (hotelid !== 'HVIEW-1') return { status: 400, body: { Status: 'Fail', Errors: { Code: '400', ShortText: `Invalid HotelCode (${hotelid})` } } };
			return { status: 200, body: request.url.endsWith('/Reservation') ? { reservations: [suBooking()] } : { Status: 'Success' } };
		};
		const { items, sent } = await call({ body: idsOnly(), parameters: { readsIds: true, filters: { properties: 'HVIEW-1' } }, partner });
		expect([items?.length, sent.status]).toEqual([1, 200]);
	});

	it('takes an id that one property has where another property of the filter cannot be read', async () => {
		const partner = (request: IHttpRequestOptions) => {
			const { hotelid } = JSON.parse(String(request.body)) as { hotelid: string };
			if (hotelid.toUpperCase() === 'GONE-9') return { status: 400, body: { Status: 'Fail', Errors: { Code: '400', ShortText: 'Invalid HotelCode (GONE-9)' } } };
			return { status: 200, body: request.url.endsWith('/Reservation') ? { reservations: [suBooking()] } : { Status: 'Success' } };
		};
		const { items, sent } = await call({ body: idsOnly(), parameters: { readsIds: true, filters: { properties: 'HVIEW-1, GONE-9' } }, partner });
		expect([items?.length, sent.status]).toEqual([1, 200]);
	});
});
