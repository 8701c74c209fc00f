import type { ICredentialDataDecryptedObject, ICredentialTestFunctions, IDataObject, IHookFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { XCoverElementsTrigger } from '../../../nodes/XCoverElements/XCoverElementsTrigger.node';
import { callHook, type CalledHook, type HookCall } from '../../support/webhook/hookCall';
import { signedHeaders, xCoverBody, type Signing } from '../../support/webhook/xCoverCalls';

const SHARED = { key: 'n8n-test', secret: 'a-secret-of-the-test' };
/** Of every type of credential. */
const CREDENTIALS = {
	...SHARED, baseUrl: 'https://api.xone.xcover.com', clientId: 'client', clientSecret: 'another-secret-of-the-test',
	environment: 'production', apiKey: 'api-key-of-the-test', apiSecret: 'third-secret-of-the-test', partnerCode: 'ABCDE',
};

type Call = HookCall & { readonly signing?: Partial<Signing> };

/** Calls the trigger as n8n does when XCover calls its URL. */
async function post({ signing = {}, headers = {}, ...call }: Call = {}): Promise<CalledHook> {
	const signed = signedHeaders({ ...SHARED, now: Date.now(), ...signing });
	return await callHook(new XCoverElementsTrigger(), { body: xCoverBody(), credentials: CREDENTIALS, ...call, headers: { ...signed, ...headers } });
}

const STARTED = { message: 'Workflow was started' };

describe('XCover Trigger', () => {
	it('starts the workflow with one item, amounts digit by digit', async () => {
		const { items, sent } = await post({ body: xCoverBody({ total_price: '31.20', quotes: [{ id: 'q-1', price: '31.20' }] }) });
		expect(sent).toEqual({ status: 200, body: STARTED });
		expect(items).toEqual([
			{
				eventKey: expect.stringMatching(/^[0-9a-f]{32}$/) as string, event: 'BOOKING_CREATED', id: 'QF7TR-2KMPA-INS',
				payload: { id: 'QF7TR-2KMPA-INS', status: 'CONFIRMED', currency: 'AUD', total_price: '31.20', total_price_formatted: 'A$31.20', partner_transaction_id: null, quotes: [{ id: 'q-1', price: '31.20' }] },
			},
		]);
	});

	it.each(['0', '31', '31.2', '31.20', '-0.10', '12345678901234567890.12', '1e2'])('keeps every digit of an amount of %s', async (amount) => {
		expect((await post({ body: xCoverBody({ total_price: amount }) })).items).toMatchObject([{ payload: { total_price: amount } }]);
	});

	it('hands on whatever the payload of an event holds, also without an id', async () => {
		const body = JSON.stringify({ event: 'RENEWAL_DUE', payload: { renewal: { days: 30, at: ['2026-10-08T00:00:00.000000+00:00'] } } });
		expect((await post({ body })).items).toMatchObject([{ event: 'RENEWAL_DUE', id: null, payload: { renewal: { days: 30, at: ['2026-10-08T00:00:00.000000+00:00'] } } }]);
	});

	it('puts out links to personal data only where they are asked for, at any depth', async () => {
		const links = { coi: { url: 'https://x.example/coi-link', pdf: 'https://x.example/coi-pdf' }, account_url: 'https://x.example/account', security_token: 'a1B2c-D3e4F' };
		const body = xCoverBody({ ...links, quotes: [{ id: 'q-1', ...links }], pds_url: 'https://x.example/pds' });
		const { items } = await post({ body });
		expect(JSON.stringify(items)).not.toMatch(/coi|account|a1B2c/);
		expect(items).toMatchObject([{ payload: { pds_url: 'https://x.example/pds', quotes: [{ id: 'q-1' }] } }]);
		expect((await post({ body, parameters: { 'settings.includeLinks': true } })).items).toMatchObject([{ payload: { ...links, quotes: [links] } }]);
	});

	it('names these links to n8n, which then hides them from people', () => {
		const { sensitiveOutputFields } = new XCoverElementsTrigger().description as { sensitiveOutputFields?: string[] };
		expect(sensitiveOutputFields).toEqual(expect.arrayContaining(['payload.coi', 'payload.account_url', 'payload.security_token', 'confirmation.booking.coi', 'confirmation.booking.security_token']));
	});

	it.each<[string, Partial<Signing>]>([
		['another key', { key: 'n8n-other' }],
		['another secret', { secret: 'another-secret-of-the-test' }],
		['SHA-1', { hash: 'sha1', algorithm: 'hmac-sha1' }],
		['a date of ten minutes ago', { now: Date.now() - 600_000 }],
		['a date in ten minutes', { now: Date.now() + 600_000 }],
		['the date not signed', { signed: ['x-api-key'] }],
	])('answers a call with %s with 401 and starts nothing', async (_what, signing) => {
		const { items, refusal, answer } = await post({ signing });
		expect([items, refusal?.status, answer]).toEqual([undefined, 401, { noWebhookResponse: true }]);
		expect(JSON.stringify(refusal)).not.toMatch(/secret-of-the-test|n8n-/);
	});

	it('says in words a person understands how old a call is, to who sends it and in n8n\'s log', async () => {
		const { refusal, warnings } = await post({ signing: { now: Date.now() - 20 * 60_000 } });
		expect(refusal?.body.error).toMatch(/^The header Date is 2[01] minutes old\. At most 5 minutes/);
		expect(warnings).toEqual([expect.stringMatching(/right signature was refused/)]);
	});

	it.each<[number | string | null, number, boolean]>([[30, -20, true], [30, 20, true], [30, -40, false], [null, -4, true], [null, -20, false], ['', -20, false], [-1, -20, false], [0, -4, true]])(
		'with an age of %j minutes takes a date %i minutes from now: %p',
		async (dateMinutes, minutes, isTaken) => {
			const { items } = await post({ signing: { now: Date.now() + minutes * 60_000 }, parameters: { 'settings.dateMinutes': dateMinutes } });
			expect(items !== undefined).toBe(isTaken);
		},
	);

	it('looks at addresses first', async () => {
		expect((await post({ parameters: { allowedAddresses: '10.0.0.0/8' } })).refusal?.status).toBe(403);
		expect((await post({ parameters: { allowedAddresses: '203.0.113.0/24' } })).items).toHaveLength(1);
	});

	it('lets nobody in by a credential that cannot be read', async () => {
		const trigger = new XCoverElementsTrigger();
		const { refusal } = await callHook(trigger, { body: xCoverBody(), headers: signedHeaders({ key: '', secret: '', now: Date.now() }), credentials: {} });
		expect(refusal?.status).toBe(401);
	});

	it.each([
		['all events where none is chosen', [], 'BOOKING_CREATED', true],
		['all others, too', [], 'OFFER_SEEN', true],
		['an event that is chosen', ['BOOKING_CREATED', 'RENEWAL_DUE'], 'RENEWAL_DUE', true],
		['one that is chosen, in small letters', ['RENEWAL_DUE'], 'renewal_due', true],
		['no event that is not chosen', ['RENEWAL_DUE'], 'BOOKING_CREATED', false],
		['no unknown event without Other', ['RENEWAL_DUE'], 'OFFER_SEEN', false],
		['an unknown event with Other', ['other'], 'OFFER_SEEN', true],
		['no known event with Other alone', ['other'], 'RENEWAL_DUE', false],
		['what an expression gives as text with commas', 'renewal_due, Other', 'RENEWAL_DUE', true],
	])('takes %s, and answers 200 either way', async (_what, events, event, isWanted) => {
		const { items, sent } = await post({ body: xCoverBody({}, event), parameters: { events } });
		expect([items?.length, sent]).toEqual([isWanted ? 1 : undefined, { status: 200, body: isWanted ? STARTED : { message: 'Received, not wanted by this workflow' } }]);
	});

	it('starts once for an event that comes three times, under other dates and with its members in another order, and answers each with 200', async () => {
		const [first, second] = ['{"event":"BOOKING_UPDATED","payload":{"id":"A","status":"CONFIRMED"}}', '{"payload":{"status":"CONFIRMED","id":"A"},"event":"BOOKING_UPDATED"}'];
		const call = { node: 'three times' };
		const answered = [await post({ ...call, body: first }), await post({ ...call, body: second, signing: { now: Date.now() + 60_000 } }), await post({ ...call, body: first })];
		expect(answered.map(({ items, sent }) => [items?.length, sent.status])).toEqual([[1, 200], [undefined, 200], [undefined, 200]]);
		expect((await post({ ...call, body: first.replace('CONFIRMED', 'CANCELLED') })).items).toHaveLength(1);
		expect((await post({ ...call, body: first.replace('UPDATED', 'CANCELLED') })).items).toHaveLength(1);
	});

	it('takes the same event for new after an hour, and after what is set', async () => {
		const running = jest.spyOn(performance, 'now');
		const started = async (minutes: number, parameters: IDataObject = {}) => {
			running.mockReturnValue(1_000_000 + minutes * 60_000);
			return (await post({ node: `after ${JSON.stringify(parameters)}`, parameters })).items?.length;
		};
		expect([await started(0), await started(59), await started(61)]).toEqual([1, undefined, 1]);
		const twoHours = { 'settings.duplicateHours': 2 };
		expect([await started(0, twoHours), await started(119, twoHours), await started(121, twoHours)]).toEqual([1, undefined, 1]);
		const off = { 'settings.duplicateHours': 0 };
		expect([await started(0, off), await started(0, off)]).toEqual([1, 1]);
		running.mockRestore();
	});

	it.each([
		['no JSON', 'hello'], ['nothing', ''], ['a list of no events', '[{}]'], ['an object without event', '{"payload":{}}'], ['an event without a name', '{"event":" ","payload":{}}'],
		['an event that is no text', '{"event":7,"payload":{}}'], ['an event without payload', '{"event":"BOOKING_CREATED"}'], ['a payload that is a list', '{"event":"BOOKING_CREATED","payload":[]}'],
	])('answers %s with 400, so that it counts as a failed try, and starts nothing', async (_what, body) => {
		const { items, refusal } = await post({ body });
		expect([items, refusal?.status]).toEqual([undefined, 400]);
	});

	it('answers 200 where the workflow is waited for and succeeds, 500 where it fails, and takes a failed one again', async () => {
		const call = { parameters: { responseMode: 'lastNode' }, node: 'waited for' };
		expect((await post({ ...call, endsWith: { status: 500 } })).sent.status).toBe(500);
		expect((await post({ ...call, endsWith: { status: 200 } })).sent.status).toBe(200);
		expect((await post(call)).items).toBeUndefined();
	});
});

describe('XCover Trigger that confirms', () => {
	const E = { id: 'c2f1a9de-0b7e-4e0b-9a53-2f6a8e7d1c44', provider_reference: 'QF7TR-2KMPA-INS', status: 'Active', currency: 'AUD', price: 31.2, security_token: 'a1B2c-D3e4F', policies: [{ id: 'p-1', status: 'Active' }] };
	const S = { id: 'QF7TR-2KMPA-INS', status: 'CONFIRMED', currency: 'AUD', total_price: 31.2, coi: { url: 'https://x.example/coi' }, quotes: [{ id: 'q-1', status: 'CONFIRMED' }] };
	const KNOWS_NOT = { status: 404, body: { type: 'api_error', message: 'Booking does not exist' } };
	const answers = (authentication: string, booking: object = {}) => () => ({ status: 200, body: authentication === 'elements' ? { data: [{ ...E, id: 'other', provider_reference: 'OTHER' }, { ...E, ...booking }] } : { ...S, ...booking } });
	const confirmation = async (call: Call) => (await post({ ...call, parameters: { confirm: 'elements', ...call.parameters } })).items?.[0]?.confirmation as IDataObject;

	describe.each(['elements', 'signature'])('by %s', (confirm) => {
		const parameters = { confirm };

		it('asks for the booking of the event, and for nothing else', async () => {
			const asked: IHttpRequestOptions[] = [];
			await confirmation({ parameters, partner: (request) => (asked.push(request), answers(confirm)()) });
			const url = confirm === 'elements' ? '/api/partners/{partner_id}/bookings' : '/partners/{partner_code}/bookings/QF7TR-2KMPA-INS/';
			expect(asked.map((one) => [one.method, one.url])).toEqual([['GET', url]]);
		});

		it('attaches what XCover has, without links to personal data', async () => {
			const found = await confirmation({ parameters, partner: answers(confirm) });
			expect(found).toMatchObject({ confirmed: true, reason: null, differences: [], booking: { currency: 'AUD' } });
			expect(JSON.stringify(found)).not.toMatch(/coi|security_token/);
			expect(JSON.stringify(await confirmation({ parameters: { ...parameters, 'settings.includeLinks': true }, partner: answers(confirm) }))).toMatch(/coi|security_token/);
		});

		it.each<[string, object, object, string, string[]]>([
			['another currency', {}, { currency: 'USD' }, 'BOOKING_CREATED', ['currency']],
			['another price', { total_price: '99.00' }, {}, 'BOOKING_CREATED', ['total_price']],
			['another state', {}, { status: 'Cancelled' }, 'BOOKING_CREATED', ['status']],
			['a word of which nothing is known', { status: 'NEW_WORD' }, {}, 'BOOKING_UPDATED', ['status']],
			['a booking that is not cancelled', { status: undefined }, {}, 'BOOKING_CANCELLED', ['status']],
			['all of it', { total_price: '1' }, { status: 'CANCELLED', currency: 'NZD' }, 'BOOKING_UPDATED', ['status', 'currency', 'total_price']],
		])('tells a contradiction: %s', async (_what, payload, booking, event, differences) => {
			const found = await confirmation({ parameters, body: xCoverBody(payload, event), partner: answers(confirm, booking) });
			expect(found).toMatchObject({ confirmed: false, differences, reason: expect.stringContaining(`another ${differences.join(', ')}`) as string, booking: expect.any(Object) as object });
		});

		it.each<[string, object, object, string]>([
			['the same price in other digits', { total_price: '31.2000' }, {}, 'BOOKING_CREATED'],
			['the same state in other words', { status: 'CONFIRMED' }, { status: 'Active' }, 'BOOKING_UPDATED'],
			['the same word of which nothing is known', { status: 'NEW_WORD' }, { status: 'New_Word' }, 'BOOKING_UPDATED'],
			['a cancelled booking', { status: 'CANCELLED' }, { status: 'Cancelled' }, 'BOOKING_CANCELLED'],
			['a booking of which a policy is cancelled', { status: undefined }, { policies: [{ status: 'CANCELLED' }] }, 'BOOKING_CANCELLED'],
			['an event that says nothing but the id', { status: undefined, currency: undefined }, {}, 'RENEWAL_DUE'],
		])('takes for no contradiction %s', async (_what, payload, booking, event) => {
			expect(await confirmation({ parameters, body: xCoverBody(payload, event), partner: answers(confirm, booking) })).toMatchObject({ confirmed: true });
		});

		it.each<[string, { status: number; body: unknown }]>([
			['a page', { status: 200, body: '<html></html>' }],
			['nothing', { status: 200, body: '' }],
			['something else', { status: 200, body: { data: 'none', id: 'other' } }],
			['a gateway', { status: 404, body: '<html>nginx</html>' }],
			['no permission', { status: 403, body: { message: 'Invalid scope(s) provided.' } }],
			['a failure', { status: 400, body: { message: 'Something is wrong with another-secret-of-the-test and third-secret-of-the-test' } }],
		])('tells that it is not known where XCover answers with %s', async (_what, answer) => {
			const found = await confirmation({ parameters, partner: () => answer });
			expect(found).toMatchObject({ confirmed: null, reason: expect.any(String) as string, differences: [], booking: null });
			const own = confirm === 'elements' ? 'another-secret-of-the-test' : 'third-secret-of-the-test';
			expect(JSON.stringify(found)).not.toContain(own);
		});

		it.each([[null], [''], ['../../users'], ['A'.repeat(65)], [{ a: 1 }], [['A']]])('asks nothing where the ID is %j', async (id) => {
			let calls = 0;
			const found = await confirmation({ parameters, body: xCoverBody({ id }), partner: () => ((calls += 1), { status: 200, body: {} }) });
			expect([calls, found.confirmed]).toEqual([0, null]);
		});

		it('that starts only for confirmed events refuses the others with 503, so that XCover sends them again, and names them in the log', async () => {
			const call = { node: `only ${confirm}`, parameters: { ...parameters, unconfirmed: 'drop' } };
			for (const partner of [answers(confirm, { status: 'Cancelled' }), () => KNOWS_NOT, () => ({ status: 403, body: '' })]) {
				const { items, refusal, warnings } = await post({ ...call, partner });
				expect([items, refusal?.status]).toEqual([undefined, 503]);
				expect(warnings).toEqual([expect.stringMatching(/event [0-9a-f]{32} started nothing, since XCover does not confirm it/)]);
			}
			expect((await post({ ...call, partner: answers(confirm) })).items).toMatchObject([{ confirmation: { confirmed: true } }]);
			expect((await post({ ...call, partner: answers(confirm) })).sent).toEqual({ status: 200, body: { message: 'Received before' } });
		});
	});

	it('by elements takes no absence from the list for a no, and reads on where a next page is named', async () => {
		const parameters = { confirm: 'elements' };
		expect(await confirmation({ parameters, partner: () => ({ status: 200, body: { data: [] } }) })).toMatchObject({ confirmed: null, reason: expect.stringContaining('is not documented') as string });
		const asked: unknown[] = [];
		const pages = ({ qs, url }: IHttpRequestOptions) => {
			asked.push([url, qs ?? {}]);
			return { status: 200, body: qs === undefined ? { data: [], links: { next: 'https://elsewhere.example/api?page=2&cursor=x' } } : { data: [E] } };
		};
		expect(await confirmation({ parameters, partner: pages })).toMatchObject({ confirmed: true });
		expect(asked).toEqual([['/api/partners/{partner_id}/bookings', {}], ['/api/partners/{partner_id}/bookings', { page: '2', cursor: 'x' }]]);
		let reads = 0;
		const endless = () => ({ status: 200, body: { data: [], links: { next: `?page=${(reads += 1)}` } } });
		expect(await confirmation({ parameters, partner: endless })).toMatchObject({ confirmed: null });
		expect(reads).toBe(20);
	});

	it.each([
		['BOOKING_CREATED', false],
		['RENEWAL_DUE', null],
		['OFFER_SEEN', null],
	])('by signature takes XCover\'s own no for one where the event is known to name a booking: %s', async (event, expected) => {
		expect(await confirmation({ parameters: { confirm: 'signature' }, body: xCoverBody({}, event), partner: () => KNOWS_NOT })).toMatchObject({ confirmed: expected, reason: expect.stringContaining('knows no booking') as string });
	});

	it('asks once for events that come together about one booking', async () => {
		let calls = 0;
		const body = `[${xCoverBody()},${xCoverBody({}, 'BOOKING_UPDATED')}]`;
		const { items } = await post({ body, parameters: { confirm: 'elements' }, partner: () => ((calls += 1), answers('elements')()) });
		expect([items?.length, calls]).toEqual([2, 1]);
	});
});

describe('publishing XCover Trigger', () => {
	const { checkExists, create, delete: remove } = new XCoverElementsTrigger().webhookMethods.default;
	const contextOf = (parameters: IDataObject, credential: ICredentialDataDecryptedObject | undefined = SHARED) =>
		({
			getNode: () => ({ name: 'Trigger', parameters }),
			getNodeParameter: (name: string, fallback: unknown) => (parameters[name] === undefined ? fallback : parameters[name]),
			getCredentials: async () => await Promise.resolve(credential),
		}) as unknown as IHookFunctions;

	it.each<[string, IDataObject, ICredentialDataDecryptedObject, RegExp]>([
		['an empty secret', {}, { key: 'n8n-test', secret: '' }, /credential with the shared secret is empty/],
		['an empty key', {}, { key: ' ', secret: SHARED.secret }, /has no Key/],
		['an event that is none', { events: ['BOOKING_CREATED', 'XY'] }, SHARED, /Trigger On names XY, which is no kind of event/],
		['an age that comes to nothing', { settings: { dateMinutes: null } }, SHARED, /Age of Date \(Minutes\) under Options was added and comes to nothing/],
		['a way with what is not confirmed that is none', { unconfirmed: 'maybe' }, SHARED, /If Not Confirmed is set to none of its choices: attach, drop/],
		['a way to confirm that is none', { confirm: 'yes' }, SHARED, /Confirm with XCover is set to none of its choices: off, signature, elements/],
		['an address that is none', { allowedAddresses: 'everywhere' }, SHARED, /everywhere is no IP address/],
	])('stops at %s', async (_what, parameters, credential, words) => {
		await expect(checkExists.call(contextOf(parameters, credential))).rejects.toThrow(words);
	});

	it('has nothing to register at XCover: finding, making and removing the hook always succeed', async () => {
		const context = contextOf({ events: ['BOOKING_CREATED'] });
		expect(await Promise.all([checkExists.call(context), create.call(context), remove.call(context)])).toEqual([true, true, true]);
	});

	it.each<[ICredentialDataDecryptedObject, string, RegExp]>([
		[SHARED, 'OK', /can be used/],
		[{ ...SHARED, key: '' }, 'Error', /^Key must be 1 to 200/],
		[{ ...SHARED, key: 'with "quotes"' }, 'Error', /^Key must be/],
		[{ ...SHARED, key: SHARED.secret }, 'Error', /are the same/],
		[{ ...SHARED, secret: 'short' }, 'Error', /at least 16 characters/],
		[{ ...SHARED, previousSecret: SHARED.secret }, 'Error', /are the same/],
	])('tests key and secret: %j is %s', async (data, status, message) => {
		const { signingKeyTest } = new XCoverElementsTrigger().methods.credentialTest;
		const result = await signingKeyTest.call({} as ICredentialTestFunctions, { id: '1', name: 'Secret', type: 'xCoverWebhookApi', data });
		expect(result).toEqual({ status, message: expect.stringMatching(message) as string });
		expect(result.message).not.toContain(SHARED.secret);
	});

	it('says what Cover Genius needs, and no secret', () => {
		const { triggerPanel } = new XCoverElementsTrigger().description;
		for (const word of ['Listener URL', 'Authentication key', 'Authentication secret', 'Support URL', 'RENEWAL_NOTIFICATION', 'Client Solutions Engineer']) expect(JSON.stringify(triggerPanel)).toContain(word);
	});

	it('asks for access to XCover only where XCover is asked', () => {
		expect(new XCoverElementsTrigger().description.credentials).toEqual([
			{ name: 'xCoverWebhookApi', required: true, testedBy: 'signingKeyTest' },
			{ name: 'xCoverSignatureApi', required: true, displayOptions: { show: { confirm: ['signature'] } } },
			{ name: 'xCoverElementsApi', required: true, displayOptions: { show: { confirm: ['elements'] } } },
		]);
	});
});
