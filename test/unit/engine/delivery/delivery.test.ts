import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { LARGEST_BODY, readJsonObject } from '../../../../engine/delivery/readBody';
import { receive } from '../../../../engine/delivery/receive';

const bytes = (text: string) => Buffer.from(text, 'utf8');

describe('the body of a delivery', () => {
	it.each([
		['an object', '{"orderId":"1","lines":[1,2]}', { orderId: '1', lines: [1, 2] }],
		['an empty object', '{}', {}],
		['an object in white space', ' \n{"a":1}\n', { a: 1 }],
		['an object after a byte order mark', '\ufeff{"a":1}', { a: 1 }],
		['an object with letters of all kinds', '{"name":"Müller 😀"}', { name: 'Müller 😀' }],
	])('is %s', (_case, text, body) => {
		expect(readJsonObject(bytes(text))).toEqual({ body });
	});

	it.each<[string, Buffer | undefined, number, RegExp]>([
		['missing', undefined, 400, /empty/],
		['empty', Buffer.alloc(0), 400, /empty/],
		['white space', bytes('  '), 400, /not JSON/],
		['words', bytes('hello'), 400, /not JSON/],
		['a form', bytes('a=1&b=2'), 400, /not JSON/],
		['XML', bytes('<order/>'), 400, /not JSON/],
		['cut off', bytes('{"a":1'), 400, /not JSON/],
		['two objects', bytes('{}{}'), 400, /not JSON/],
		['no valid UTF-8', Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]), 400, /not JSON/],
		['UTF-16', Buffer.from('{"a":1}', 'utf16le'), 400, /not JSON/],
		['null', bytes('null'), 400, /null and no object/],
		['a number', bytes('5'), 400, /a number and no object/],
		['text', bytes('"a"'), 400, /a string and no object/],
		['true', bytes('true'), 400, /a boolean and no object/],
		['a list', bytes('[{"a":1}]'), 400, /JSON array/],
		['too large', Buffer.alloc(LARGEST_BODY + 1, 0x20), 413, /more than 1048576 bytes/],
	])('is refused where it is %s', (_case, given, status, reason) => {
		expect(readJsonObject(given)).toEqual({ refusal: { status, reason: expect.stringMatching(reason) } });
	});

	it('may be as large as allowed', () => {
		const text = `{"a":"${'x'.repeat(LARGEST_BODY - 8)}"}`;
		expect(text).toHaveLength(LARGEST_BODY);
		expect(readJsonObject(bytes(text))).toHaveProperty('body.a');
	});

	it('may be nested deeply', () => {
		const text = `{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}`;
		expect(Object.keys(readJsonObject(bytes(text)))).toHaveLength(1);
	});

	it('changes no object but its own', () => {
		const delivery = readJsonObject(bytes('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'));
		expect('polluted' in {}).toBe(false);
		expect(Object.getPrototypeOf('body' in delivery && delivery.body)).toBe(Object.prototype);
	});
});

describe('receiving a delivery', () => {
	const answered: Array<{ status: number; body: object }> = [];
	beforeEach(() => answered.splice(0));

	/** The context of a web hook call. As in n8n, the body is read only when asked for. */
	function call(body: string | undefined): IWebhookFunctions {
		const request: { rawBody?: Buffer; readRawBody(): Promise<void> } = {
			async readRawBody() {
				await Promise.resolve();
				if (body !== undefined) this.rawBody = bytes(body);
			},
		};
		const response = { status: (status: number) => ({ json: (sent: object) => answered.push({ status, body: sent }) }) };
		return { getRequestObject: () => request, getResponseObject: () => response } as unknown as IWebhookFunctions;
	}
	const echo = (body: IDataObject) => [body];

	it.each([
		['nothing', undefined, 400],
		['no JSON', 'a=1', 400],
		['a list', '[]', 400],
		['too much', ' '.repeat(LARGEST_BODY + 1), 413],
	])('answers %s with a reason and starts no execution', async (_case, body, status) => {
		expect(await receive(call(body), echo)).toEqual({ noWebhookResponse: true });
		expect(answered).toEqual([{ status, body: { error: expect.stringMatching(/\.$/) } }]);
	});

	it('answers what is not wanted quickly and starts no execution', async () => {
		expect(await receive(call('{"event":"other"}'), () => [])).toEqual({
			webhookResponse: { message: 'Received, not wanted by this workflow' },
		});
		expect(answered).toEqual([]);
	});

	it('starts the workflow with the items made of it', async () => {
		expect(await receive(call('{"a":1}'), (body) => [body, { b: 2 }])).toEqual({
			workflowData: [[{ json: { a: 1 } }, { json: { b: 2 } }]],
		});
		expect(answered).toEqual([]);
	});

	it('works where the body was read before', async () => {
		const context = { getRequestObject: () => ({ rawBody: bytes('{"a":1}') }) } as unknown as IWebhookFunctions;
		expect(await receive(context, echo)).toEqual({ workflowData: [[{ json: { a: 1 } }]] });
	});
});
