import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { SrsSipsTrigger } from '../../../nodes/SrsSips/SrsSipsTrigger.node';

interface Call {
	/** As it stands on the wire. */
	body: string | Buffer | undefined;
	events?: string[];
}

interface Refusal {
	status: number;
	body: { error?: string };
}

/** Calls the trigger as n8n does when somebody posts to its URL. */
async function post({ body, events = [] }: Call) {
	const answered: Refusal[] = [];
	const request: { rawBody?: Buffer; readRawBody: () => Promise<void> } = {
		readRawBody: async () => {
			request.rawBody = body === undefined ? undefined : Buffer.from(body);
		},
	};
	const context = {
		getNodeParameter: (name: string, fallback: unknown) => (name === 'events' ? events : fallback),
		getRequestObject: () => request,
		getResponseObject: () => ({
			status: (status: number) => ({ json: (sent: Refusal['body']) => answered.push({ status, body: sent }) }),
		}),
	} as unknown as IWebhookFunctions;
	const answer = await new SrsSipsTrigger().webhook.call(context);
	return { answer, refusal: answered[0], items: answer.workflowData?.[0]?.map(({ json }) => json) };
}

const EVENT: IDataObject = {
	eventType: 'OU',
	eventId: '41200987',
	eventStatus: 'Order Confirmed',
	eventDateTime: '2026-03-03T14:02:11',
	subscriberReferenceNum: '7731-2',
	subscriberReferenceNum2: '41200987',
	subscriberReferenceNum3: 'WF-2026-000124',
};

function text(changes: IDataObject = {}): string {
	return JSON.stringify({ ...EVENT, ...changes });
}

describe('SRS SIPS Trigger', () => {
	it('starts the workflow with one tidy item', async () => {
		const { items } = await post({ body: text() });
		expect(items).toEqual([
			{
				kind: 'Order Update', code: 'OU', status: 'Order Confirmed', orderId: '41200987', invoiceNumber: null,
				poNumber: '7731-2', transactionId: 'WF-2026-000124', occurredAt: '2026-03-03T14:02:11', raw: EVENT,
			},
		]);
	});

	it('starts it once for each call, also when SIPS tells the same twice', async () => {
		const calls = await Promise.all([post({ body: text() }), post({ body: text() })]);
		expect(calls.map(({ items }) => items?.length)).toEqual([1, 1]);
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
		const { items, answer, refusal } = await post({ body: text({ eventType }), events });
		expect(items?.length).toBe(isWanted ? 1 : undefined);
		expect(answer.webhookResponse !== undefined).toBe(!isWanted);
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
		['a list', `[${text()}]`, /array/],
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

	it('has nothing to register at SIPS: finding, making and removing the hook always succeed', async () => {
		const { checkExists, create, delete: remove } = new SrsSipsTrigger().webhookMethods.default;
		const context = {} as IHookFunctions;
		expect(await Promise.all([checkExists.call(context), create.call(context), remove.call(context)])).toEqual([true, true, true]);
	});
});
