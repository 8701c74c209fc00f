import { EventEmitter } from 'node:events';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { LARGEST_BODY } from '../../../../engine/webhook/readBody';
import type { DeliveredEvent } from '../../../../engine/webhook/deliveredEvent';
import { receive, type Reception } from '../../../../engine/webhook/receive';
import { hookRequest } from '../../../support/webhook/hookRequest';

/** n8n's response, and what was sent with it. */
class Response extends EventEmitter {
	statusCode = 200;
	destroyed = false;
	sent: object | undefined;

	status(code: number): { json(body: object): void } {
		this.statusCode = code;
		return { json: (body) => (this.sent = body) };
	}

	/** What n8n does when it has handled the result. */
	finish(code = this.statusCode): void {
		this.statusCode = code;
		this.emit('finish');
		this.emit('close');
	}
}

interface CallOptions {
	node?: string;
	mode?: string;
	headers?: Record<string, string>;
	stored?: IDataObject;
}

/** The context of a webhook call. As in n8n, the body has not been read. */
function call(body: string | undefined, { node = 'node', mode = 'webhook', headers = {}, stored = {} }: CallOptions = {}) {
	const request = hookRequest(body, { headers });
	const response = new Response();
	const logged: string[] = [];
	const context = {
		logger: { error: (words: string) => logged.push(words) },
		getRequestObject: () => request,
		getResponseObject: () => response,
		getMode: () => mode,
		getWorkflow: () => ({ id: 'workflow' }),
		getNode: () => ({ id: node, name: 'SRS Event' }),
		getWorkflowStaticData: () => stored,
	} as unknown as IWebhookFunctions;
	return { context, request, response, stored, logged };
}

/** The key of a test event is its `id`, padded. */
const keyOf = (entry: IDataObject) => String(entry.id).padEnd(32, '0');
/** As it is stored. */
const storedKeyOf = (entry: IDataObject) => Buffer.from(keyOf(entry), 'hex').toString('base64').slice(0, 12);

function reception(changes: Partial<Reception<DeliveredEvent>> = {}): Reception<DeliveredEvent> {
	return {
		refusal: async () => await Promise.resolve(undefined),
		read: (entries) => ({ events: entries.filter(({ id }) => id !== 'unwanted').map((entry) => ({ ...entry, eventKey: keyOf(entry) })) }),
		windowSeconds: 60,
		answersAtOnce: true,
		...changes,
	};
}

const ids = (answer: { workflowData?: Array<Array<{ json: IDataObject }>> }) => answer.workflowData?.[0]?.map(({ json }) => json.id);

/** Every test gets a memory of its own. */
let count = 0;
const ownNode = () => `node ${(count += 1)}`;

describe('receiving a delivery', () => {
	it.each([
		['nothing', undefined, 400],
		['no JSON', 'a=1', 400],
		['an empty list', '[]', 400],
		['too much', ' '.repeat(LARGEST_BODY + 1), 413],
	])('answers %s with a reason and starts no execution', async (_case, body, status) => {
		const { context, response } = call(body);
		expect(await receive(context, reception())).toEqual({ noWebhookResponse: true });
		expect([response.statusCode, response.sent]).toEqual([status, { error: expect.stringMatching(/\.$/) }]);
	});

	it('turns away who may not send, before the body is read', async () => {
		const { context, request, response } = call('{}');
		const refusal = async () => await Promise.resolve({ status: 401, reason: 'No.' });
		expect(await receive(context, reception({ refusal }))).toEqual({ noWebhookResponse: true });
		expect([response.statusCode, response.sent]).toEqual([401, { error: 'No.' }]);
		expect(request.readableFlowing).toBeNull();
	});

	it('answers with 503 where something fails on the way: thrown on, it would become an execution', async () => {
		const { context, response, logged } = call('{"id":1}', { node: ownNode() });
		const prepared = async () => await Promise.reject(new Error('No\ncredential \u001b[31m'));
		expect(await receive(context, reception({ prepared }))).toEqual({ noWebhookResponse: true });
		expect([response.statusCode, response.sent]).toEqual([503, { error: expect.stringMatching(/Send it again/) }]);
		expect(logged).toEqual(['SRS Event: an event was not taken: "No credential \\u001b[31m"']);
	});

	it('answers what is not wanted quickly and starts no execution', async () => {
		expect(await receive(call('{"id":"unwanted"}').context, reception())).toEqual({ webhookResponse: { message: 'Received, not wanted by this workflow' } });
	});

	it('starts the workflow with an item for each wanted event', async () => {
		const { context } = call('[{"id":1},{"id":"unwanted"},{"id":2}]', { node: ownNode() });
		expect(ids(await receive(context, reception()))).toEqual([1, 2]);
	});

	it('works where the body was read before', async () => {
		const { context } = call(undefined, { node: ownNode() });
		Object.assign(context.getRequestObject(), { rawBody: Buffer.from('{"id":1}') });
		expect(ids(await receive(context, reception()))).toEqual([1]);
	});
});

describe('a delivery that was here before', () => {
	async function send(node: string, body: string, { code = 200, change = {}, ...options }: CallOptions & { code?: number; change?: Partial<Reception<DeliveredEvent>> } = {}) {
		const { context, response, stored } = call(body, { node, ...options });
		const answer = await receive(context, reception(change));
		// n8n asks for the answer when the workflow has started; a start that fails gets n8n's own.
		const message = code < 400 ? (answer.webhookResponse as IDataObject | undefined)?.message : undefined;
		response.finish(response.statusCode >= 400 ? response.statusCode : code);
		await new Promise(setImmediate);
		return { started: ids(answer), message, stored };
	}

	it('starts nothing and gets a 200', async () => {
		const node = ownNode();
		expect((await send(node, '{"id":1}')).started).toEqual([1]);
		expect(await send(node, '{"id":1}')).toMatchObject({ started: undefined, message: 'Received before' });
		expect((await send(node, '[{"id":1},{"id":2},{"id":2}]')).started).toEqual([2]);
	});

	it('starts where the start of the first failed', async () => {
		const node = ownNode();
		expect((await send(node, '{"id":1}', { code: 500 })).started).toEqual([1]);
		expect((await send(node, '{"id":1}')).started).toEqual([1]);
	});

	it.each([
		['starts nothing where the first caller had hung up and its workflow has started all the same', true],
		['starts where the first caller had hung up and the start failed', false],
	])('%s', async (_case, hasStarted) => {
		const node = ownNode();
		const { context, response } = call('{"id":1}', { node });
		response.destroyed = true;
		const answer = await receive(context, reception());
		await new Promise(setImmediate);
		if (hasStarted) expect(answer.webhookResponse).toEqual({ message: 'Workflow was started' });
		expect((await send(node, '{"id":1}')).started).toEqual(hasStarted ? undefined : [1]);
	});

	it('starts where the first was refused or failed on the way', async () => {
		const node = ownNode();
		const refused = { prepared: async () => await Promise.resolve({ refusal: { status: 503, reason: 'Later.' } }) };
		expect((await send(node, '{"id":1}', { change: refused })).started).toBeUndefined();
		const failing = { prepared: async () => await Promise.reject(new Error('No credential')) };
		expect((await send(node, '{"id":1}', { change: failing })).started).toBeUndefined();
		const dropping = { prepared: async () => await Promise.resolve({ events: [] }) };
		expect(await send(node, '{"id":1}', { change: dropping })).toMatchObject({ started: undefined, message: 'Received, not confirmed' });
		expect((await send(node, '{"id":1}')).started).toEqual([1]);
	});

	it('waits for the first one', async () => {
		const node = ownNode();
		const first = call('{"id":1}', { node });
		const second = call('{"id":1}', { node });
		const firstAnswer = await receive(first.context, reception());
		expect(ids(firstAnswer)).toEqual([1]);
		const waiting = receive(second.context, reception());
		await new Promise(setImmediate);
		expect(firstAnswer.webhookResponse).toEqual({ message: 'Workflow was started' });
		expect(await waiting).toEqual({ webhookResponse: { message: 'Received before' } });
	});

	it('is stored when n8n asks for the answer, which is when the workflow has started, and not sooner', async () => {
		const { context, stored } = call('{"id":1}', { node: ownNode() });
		const answer = await receive(context, reception());
		expect(stored).toEqual({});
		expect(answer.webhookResponse).toEqual({ message: 'Workflow was started' });
		expect(JSON.stringify(stored)).toContain(storedKeyOf({ id: 1 }));
	});

	it('is stored where n8n answers at once, and never where the workflow may have stored something meanwhile', async () => {
		expect(JSON.stringify((await send(ownNode(), '{"id":1}')).stored)).toContain(storedKeyOf({ id: 1 }));
		const node = ownNode();
		const later = { answersAtOnce: false };
		expect((await send(node, '{"id":1}', { change: later })).stored).toEqual({});
		expect((await send(node, '{"id":"22222222222222222222222222222222"}', { change: later })).stored).toEqual({});
	});

	it('starts in another node, in a test in the editor, and without a window', async () => {
		const node = ownNode();
		await send(node, '{"id":1}');
		expect((await send(ownNode(), '{"id":1}')).started).toEqual([1]);
		expect(await send(node, '[{"id":1},{"id":1}]', { mode: 'manual' })).toMatchObject({ started: [1, 1], stored: {} });
		expect((await send(node, '{"id":1}', { change: { windowSeconds: 0 } })).started).toEqual([1]);
		expect((await send(node, '{"id":1}')).started).toBeUndefined();
	});
});
