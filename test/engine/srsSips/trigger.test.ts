import type { ICredentialDataDecryptedObject, ICredentialTestFunctions, IDataObject, IHookFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { SrsSipsTrigger } from '../../../nodes/SrsSips/SrsSipsTrigger.node';
import { callHook, type CalledHook, type HookCall } from '../../support/webhook/hookCall';
import { SIPS_EVENT, sipsEvent } from '../../support/webhook/sipsEvent';

type Call = Omit<HookCall, 'credentials' | 'partner'> & { readonly sips?: HookCall['partner'] };

/** Calls the trigger as n8n does when somebody posts to its URL. */
async function post({ sips, ...call }: Call): Promise<CalledHook> {
	return await callHook(new SrsSipsTrigger(), { ...call, partner: sips, credentials: { secret: 'a-secret-of-the-test', clientSecret: 'a-secret-of-the-test' } });
}

function text(changes: IDataObject = {}): string {
	return JSON.stringify(sipsEvent(changes));
}

describe('SRS SIPS Trigger', () => {
	it('starts the workflow with one tidy item', async () => {
		const { items } = await post({ body: text() });
		expect(items).toEqual([
			{
				eventKey: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
				kind: 'Order Update', code: 'OU', status: 'Order Confirmed', orderId: '41200987', invoiceNumber: null,
				poNumber: '7731-2', transactionId: 'WF-2026-000124', occurredAt: '2026-03-03T14:02:11', raw: SIPS_EVENT,
			},
		]);
	});

	it('starts it once, also where SIPS tells the same twice at once', async () => {
		const answered = await Promise.all([post({ body: text(), node: 'one' }), post({ body: text(), node: 'one' })]);
		expect(answered.map(({ items }) => items?.length)).toEqual([1, undefined]);
		const again = { body: text(), node: 'one', parameters: { 'settings.duplicateHours': 0 } };
		expect((await post(again)).items).toHaveLength(1);
	});

	it.each<[string, IDataObject, IDataObject]>([
		['a field', { truckNumber: 'T-1' }, { truckNumber: 'T-2' }],
		['a field that only one has', {}, { stopNumber: 2 }],
		['something deep inside', { load: { stops: [{ at: 1 }] } }, { load: { stops: [{ at: 2 }] } }],
	])('starts it for each of two events that differ in nothing known, but in %s, and once for each that comes again', async (_what, one, other) => {
		const node = `trucks ${JSON.stringify(other)}`;
		const started = async (changes: IDataObject) => (await post({ body: text({ eventType: 'DU', eventStatus: 'Delivered', ...changes }), node })).items?.length;
		expect([await started(one), await started(other)]).toEqual([1, 1]);
		expect([await started(one), await started(other), await started(one)]).toEqual([undefined, undefined, undefined]);
	});

	it.each([null, '', '  ', Number.NaN])('keeps its protection from duplicates where the hours come to nothing: %p', async (hours) => {
		const parameters = { 'settings.duplicateHours': hours };
		const node = `hours ${String(hours)}`;
		expect((await post({ body: text(), node, parameters })).items).toHaveLength(1);
		expect((await post({ body: text(), node, parameters })).items).toBeUndefined();
	});

	it.each([null, '', undefined])('refuses events while a filter comes to nothing (%p), so that they may come again', async (poNumberPrefix) => {
		const parameters = { filters: { poNumberPrefix } };
		const { items, refusal, warnings } = await post({ body: text(), parameters });
		expect(items).toBeUndefined();
		expect(refusal).toEqual({ status: 503, body: { error: expect.stringContaining('a filter of the workflow comes to nothing') as string } });
		expect(warnings).toEqual([expect.stringContaining('PO Number Begins With under Filters was added and comes to nothing') as string]);
		expect((await post({ body: text(), parameters: { filters: {} } })).items).toHaveLength(1);
	});

	it.each([
		['Status Words', { filters: { statusWords: { 0: 'cancelled' } } }],
		['PO Number Begins With', { filters: { poNumberPrefix: [{ begins: 'JOB-' }] } }],
		['Trigger On', { events: { kind: 'OC' } }],
		['Trigger On', { events: null }],
	])('refuses events while %s cannot be read, so that they may come again', async (what, parameters) => {
		const { items, refusal, warnings } = await post({ body: text(), parameters });
		expect(items).toBeUndefined();
		expect(refusal).toEqual({ status: 503, body: { error: expect.stringContaining('a filter of the workflow cannot be read') as string } });
		expect(warnings).toEqual([expect.stringContaining(what) as string]);
	});

	it.each<[object, boolean]>([
		[{ events: 'OA,OC' }, false],
		[{ events: 'oa, ou' }, true],
		[{ filters: { statusWords: ['cancelled', 'shipped'] } }, false],
		[{ filters: { statusWords: ['cancelled', 'confirmed, shipped'] } }, true],
		[{ filters: { poNumberPrefix: ['JOB-', 'X'] } }, false],
		[{ filters: { poNumberPrefix: ['JOB-', '77'] } }, true],
	])('takes what an expression gives as a list, or as text with commas: %j', async (parameters, isStarted) => {
		expect((await post({ body: text(), parameters: parameters as IDataObject })).items !== undefined).toBe(isStarted);
	});

	it('tells who may not send nothing of its filters', async () => {
		const parameters = { filters: { poNumberPrefix: null }, allowedAddresses: '198.51.100.1' };
		expect((await post({ body: text(), parameters })).refusal?.status).toBe(403);
	});

	it.each([
		['authentication', 'Header', /Secret is set to none of its choices: header, query, none/],
		['authentication', null, /Secret is set/],
		['confirm', 'dropp', /Confirm with SIPS is set to none of its choices: off, attach, drop/],
		['confirm', '', /Confirm with SIPS is set/],
		['responseMode', 'later', /Answer is set to none of its choices/],
	])('neither publishes nor takes an event while an expression fills %s with %p, which is none of its choices', async (name, given, words) => {
		const { items, refusal, warnings } = await post({ body: text(), parameters: { [name]: given } });
		expect([items, refusal?.status]).toEqual([undefined, 503]);
		expect(warnings).toEqual([expect.stringMatching(words)]);
		const context = { getNode: () => ({ name: 'Trigger' }), getNodeParameter: (asked: string, fallback: unknown) => (asked === name ? given : fallback) };
		await expect(new SrsSipsTrigger().webhookMethods.default.checkExists.call(context as unknown as IHookFunctions)).rejects.toThrow(words);
	});

	it.each([
		['allowedAddresses', null, /Allowed Addresses comes to nothing/],
		['allowedAddresses', undefined, /Allowed Addresses comes to nothing/],
		['allowedAddresses', ' ', /Allowed Addresses comes to nothing/],
		['events', undefined, /Trigger On comes to nothing/],
		['events', [], /Trigger On comes to nothing/],
		['filters', undefined, /Filters comes to nothing/],
	])('neither lets everybody in nor everything through while an expression for %s comes to %j', async (name, given, words) => {
		const { items, refusal, warnings } = await post({ body: text(), parameters: { [name]: given } as IDataObject, expressions: { [name]: '={{ $vars.sips }}' } });
		expect([items, refusal?.status]).toEqual([undefined, 503]);
		expect(warnings).toEqual([expect.stringMatching(words)]);
	});

	it('takes an array as several items', async () => {
		const { items } = await post({ body: `[${text()},${text({ eventType: 'DU' })},${text()}]` });
		expect(items?.map(({ code }) => code)).toEqual(['OU', 'DU']);
	});

	it('lets in who sends the secret, from an allowed address', async () => {
		const parameters = { authentication: 'header', headerName: 'X-Key', allowedAddresses: '203.0.113.0/24' };
		expect((await post({ body: text(), parameters, headers: { 'x-key': 'a-secret-of-the-test' } })).items).toHaveLength(1);
		expect((await post({ body: text(), parameters })).refusal?.status).toBe(401);
		expect((await post({ body: text(), parameters: { ...parameters, allowedAddresses: '10.0.0.0/8' } })).refusal?.status).toBe(403);
	});

	it.each([
		['all kinds where none is chosen', [], 'IU', true],
		['a kind that is chosen', ['DU', 'OU'], 'OU', true],
		['a kind that is chosen, in small letters', ['OU'], 'ou', true],
		['no kind that is not chosen', ['DU'], 'OU', false],
		['an unknown kind with Other', ['other'], 'order.updated', true],
		['no unknown kind without Other', ['OU'], 'order.updated', false],
		['no known kind with Other alone', ['other'], 'OU', false],
	])('takes %s', async (_name, events, eventType, isWanted) => {
		const { items, answer, refusal } = await post({ body: text({ eventType }), parameters: { events } });
		expect(items?.length).toBe(isWanted ? 1 : undefined);
		expect(answer.webhookResponse).toEqual({ message: isWanted ? 'Workflow was started' : 'Received, not wanted by this workflow' });
		expect(refusal).toBeUndefined();
	});

	it.each([
		['nothing', undefined, /empty/],
		['an empty body', '', /empty/],
		['text', 'hello', /not JSON/],
		['half a JSON', '{"eventType":"OU"', /not JSON/],
		['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), /not JSON/],
		['null', 'null', /null/],
		['a number', '7', /number/],
		['an empty list', '[]', /empty JSON array/],
		['a list with something else in it', `[${text()},"a"]`, /Entry 2/],
	])('refuses %s with 400 and the reason, without an execution', async (_name, body, reason) => {
		const { answer, refusal } = await post({ body });
		expect(refusal).toEqual({ status: 400, body: { error: expect.stringMatching(reason) } });
		expect(answer).toEqual({ noWebhookResponse: true });
	});

	it('refuses more than a mebibyte with 413', async () => {
		const { refusal } = await post({ body: text({ notes: 'x'.repeat(1024 * 1024) }) });
		expect(refusal?.status).toBe(413);
	});

	it.each([
		['an object without any known field', { hello: 'world' }, { kind: 'Unknown Event', code: '', orderId: null }],
		['odd types', { eventType: ['OU'], eventId: { a: 1 }, eventStatus: 7 }, { kind: 'Unknown Event', code: '', status: '7', orderId: null }],
	])('passes %s through as an unknown event', async (_name, body, expected) => {
		const { items } = await post({ body: JSON.stringify(body) });
		expect(items).toMatchObject([{ ...expected, raw: body }]);
	});

	it.each([200, 400, 403])('attaches no secret that SIPS echoes in a refusal with status %i', async (status) => {
		for (const body of [{ message: 'Unknown client with a-secret-of-the-test', code: 'E7' }, 'No a-secret-of-the-test here']) {
			for (const changes of [{}, { eventType: 'IU', eventId: '0041200987-001' }]) {
				const { items } = await post({ body: text(changes), parameters: { confirm: 'attach' }, sips: () => ({ status, body }) });
				expect(JSON.stringify(items)).toContain('[hidden]');
				expect(JSON.stringify(items)).not.toContain('a-secret-of-the-test');
			}
		}
	});

	describe('that starts only for confirmed events', () => {
		const parameters = { confirm: 'drop' };
		const EVENTS: Array<[kind: string, body: string]> = [
			['an order update', text()],
			['a cancelled order', text({ eventType: 'OC', eventStatus: 'Cancelled' })],
			['a delivery', text({ eventType: 'DU', eventId: 'D-7' })],
			['a delivery without an order number', text({ eventType: 'DU', eventId: 'D-7', subscriberReferenceNum2: '' })],
			['an invoice', text({ eventType: 'IU', eventId: '0041200987-001' })],
			['an invoice by its order number', text({ eventType: 'IU' })],
			['an unknown kind', text({ eventType: 'order.updated' })],
		];
		const BODIES: Array<[what: string, body: unknown]> = [
			['a page', '<html><head><title>Error</title></head><body><center>nginx</center></body></html>'],
			['nothing', ''],
			['plain text', 'default backend'],
			['a gateway\'s JSON', { message: 'Not Found' }],
			['JSON of SIPS', { code: 'OrderNotFound', message: 'No order or invoice 41200987' }],
		];
		const STATUSES = [204, 301, 400, 403, 404, 405, 407, 409, 410, 415, 421, 422, 425, 451];
		const isOwnNo = (status: number, body: unknown) => status === 404 && body === BODIES[4]?.[1];

		it.each(EVENTS)('never drops %s for what is no word of SIPS itself, so that it can come again', async (kind, body) => {
			for (const status of STATUSES) {
				for (const [what, answer] of BODIES) {
					const { refusal, items, answer: reply } = await post({ body, parameters, sips: () => ({ status, body: answer }) });
					const outcome = refusal?.status ?? (items ? 'started' : (reply.webhookResponse as IDataObject).message);
					const isDropped = isOwnNo(status, answer) && kind !== 'an invoice by its order number';
					expect([status, what, outcome]).toEqual([status, what, isDropped ? 'Received, not confirmed' : 503]);
				}
			}
		});

		it.each(EVENTS)('starts for %s where SIPS knows it', async (_kind, body) => {
			const order = { orderId: 41200987, PONumber: '7731-2', transactionID: 'WF-2026-000124', orderStatus: 'Invoiced' };
			const sips = ({ url }: IHttpRequestOptions) => {
				const isInvoice = url.startsWith('/invoices/0041200987-001');
				if (!isInvoice && url.startsWith('/invoices/')) return { status: 404, body: BODIES[4]?.[1] };
				return { status: 200, body: isInvoice ? { invoiceHeader: { invoiceNumber: '0041200987-001' } } : [order] };
			};
			expect((await post({ body, parameters, sips })).items).toMatchObject([{ confirmation: { confirmed: true } }]);
		});

		it('leaves out what SIPS does not list', async () => {
			const { answer } = await post({ body: text(), parameters, sips: () => ({ status: 200, body: [] }) });
			expect(answer.webhookResponse).toEqual({ message: 'Received, not confirmed' });
		});

		it.each([
			['gives a number that SIPS cannot be asked for', { eventId: '41200987-01', subscriberReferenceNum: '', subscriberReferenceNum2: '' }],
			['names no order or invoice', { eventType: 'DU', eventId: 'D-7', subscriberReferenceNum: '', subscriberReferenceNum2: '', subscriberReferenceNum3: '' }],
		])('starts for the confirmed ones beside one that can never be confirmed, as it %s, and logs that one; alone it is refused', async (_why, changes) => {
			const never = sipsEvent(changes);
			const sips = () => ({ status: 200, body: [{ orderId: 41200987 }] });
			const both = await post({ body: JSON.stringify([never, sipsEvent()]), parameters, sips });
			expect(both.items).toMatchObject([{ orderId: '41200987', confirmation: { confirmed: true } }]);
			expect(both.warnings).toEqual([expect.stringMatching(/event [0-9a-f]{32} started nothing, since SIPS cannot confirm it/)]);
			expect((await post({ body: JSON.stringify(never), parameters, sips })).refusal?.status).toBe(503);
			// While one of them may be confirmed later, all of them come again.
			const down = (request: IHttpRequestOptions) => (JSON.stringify(request.body).includes('41200988') ? { status: 400, body: '' } : sips());
			const later = sipsEvent({ eventId: '41200988', subscriberReferenceNum2: '41200988' });
			expect((await post({ body: JSON.stringify([never, sipsEvent(), later]), parameters, sips: down })).refusal?.status).toBe(503);
		});

		it('starts for what comes again after it could not be confirmed', async () => {
			const call = { body: text(), parameters, node: 'confirming' };
			expect((await post({ ...call, sips: () => ({ status: 404, body: '' }) })).refusal?.status).toBe(503);
			expect((await post({ ...call, sips: () => ({ status: 200, body: [{ orderId: 41200987 }] }) })).items).toHaveLength(1);
		});
	});

	it('does not publish what cannot work', async () => {
		const { checkExists } = new SrsSipsTrigger().webhookMethods.default;
		const context = { getNode: () => ({ name: 'Trigger' }), getNodeParameter: (name: string, fallback: unknown) => (name === 'allowedAddresses' ? 'everywhere' : fallback) };
		await expect(checkExists.call(context as unknown as IHookFunctions)).rejects.toThrow(/everywhere is no IP address/);
	});

	it('tests the shared secret', async () => {
		const { sharedSecretTest } = new SrsSipsTrigger().methods.credentialTest;
		const of = async (data: ICredentialDataDecryptedObject) => (await sharedSecretTest.call({} as ICredentialTestFunctions, { id: '1', name: 'Secret', type: 'srsSipsWebhookApi', data })).status;
		expect([await of({ secret: 'a-secret-of-the-test' }), await of({ secret: 'short' })]).toEqual(['OK', 'Error']);
	});

	it('has nothing to register at SIPS: finding, making and removing the hook always succeed', async () => {
		const { checkExists, create, delete: remove } = new SrsSipsTrigger().webhookMethods.default;
		const context = { getNode: () => ({ name: 'Trigger', parameters: {} }), getNodeParameter: (_name: string, fallback: unknown) => fallback } as unknown as IHookFunctions;
		expect(await Promise.all([checkExists.call(context), create.call(context), remove.call(context)])).toEqual([true, true, true]);
	});
});
