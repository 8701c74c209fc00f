import { startTradevestSandbox, type TradevestSandbox } from '../../../../sandbox/tradevest';
import { demoCustomer } from '../../../../sandbox/tradevest/data/people';
import { inSandbox } from '../support';

export { demoCustomer };

export const NOBODY = '00000000-0000-4000-8000-000000000000';
export const NOT_ACTIVE = 'a85e20f7-91cb-4d36-8b7a-4e61d3c09f25';

interface Asked {
	status: number;
	// Whatever shape the call has: the document checks it.
	body: Record<string, never>;
	text: string;
}

/** A caller of one Tradevest sandbox that holds a token. Each answer is checked against the document. */
export interface TradevestCaller {
	readonly sandbox: TradevestSandbox;
	/** @param call method and path, such as `POST /roles/customers`. @param body text goes out as it is */
	ask(call: string, body?: unknown, requestor?: string): Promise<Asked>;
	/** The id in the answer of a call that creates something. */
	create(call: string, body: unknown, requestor?: string): Promise<string>;
	/** Puts the clock forward. */
	later(ms: number): void;
	/** What was told of a kind of things, in the order of time. */
	told(eventType: string): unknown[];
}

/** One sandbox for all tests of a file, as it was at the start before each of them. @param ready takes over who calls it */
export function inTradevestSandbox(ready: (caller: TradevestCaller) => void): void {
	inSandbox(startTradevestSandbox, async (sandbox) => {
		const { clientId, clientSecret } = sandbox.client;
		const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
		const token = (await (await fetch(`${sandbox.url}/oauth2/token`, { method: 'POST', body: form })).json()) as { access_token: string };
		const send = async (call: string, init: RequestInit, requestor?: string): Promise<Asked> => {
			const [method, path] = call.split(' ');
			const headers = { authorization: `Bearer ${token.access_token}`, ...init.headers, ...(requestor === undefined ? {} : { 'Requestor-ID': requestor }) };
			const answer = await fetch(`${sandbox.url}${path}`, { ...init, method, headers });
			const text = await answer.text();
			const body = (answer.headers.get('content-type')?.startsWith('application/json') && text !== '' ? JSON.parse(text) : null) as Asked['body'];
			const { operationId = '' } = sandbox.control.requests().at(-1) ?? {};
			if (body !== null) expect([call, sandbox.contract.checkAnswer(operationId, answer.status, body)]).toEqual([call, []]);
			return { status: answer.status, body, text };
		};
		const ask: TradevestCaller['ask'] = async (call, body, requestor) =>
			await send(call, body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) }, requestor);
		ready({
			sandbox,
			ask,
			async create(call, body, requestor) {
				const { status, text } = await ask(call, body, requestor);
				expect([call, status, text]).toEqual([call, 200, expect.stringMatching(/^\{"\w+Id":"[0-9a-f-]{36}"\}$/)]);
				return Object.values(JSON.parse(text) as Record<string, string>)[0] ?? '';
			},
			later(ms) {
				const { clockAheadMs } = sandbox.control.settings();
				sandbox.control.change({ clockAheadMs: clockAheadMs + ms });
			},
			told: (eventType) => sandbox.notifications().flatMap((each) => (each.eventType === eventType ? [each.payload] : [])),
		});
	});
}
