import { startTradevestSandbox, type TradevestSandbox } from '../../../../sandbox/tradevest';
import { demoCustomer } from '../../../../sandbox/tradevest/data/people';
import { call, inSandbox, type Reply } from '../support';

export interface AskOptions {
	/** GET without a body, POST with one. */
	method?: string;
	body?: unknown;
	/** Null for none; the demo customer's own person if absent. */
	requestor?: string | null;
}

/** A caller of one Tradevest sandbox that holds a token. */
export interface TradevestCaller {
	readonly sandbox: TradevestSandbox;
	ask<Body = Record<string, unknown>>(path: string, options?: AskOptions): Promise<Reply<Body>>;
	/** The same, checked: what the document says against the answer. */
	problems(operationId: string, path: string, options?: AskOptions): Promise<unknown[]>;
}

/** One Tradevest sandbox for all tests of a file, as it was at the start before each of them. @param ready takes over who calls it */
export function inTradevestSandbox(ready: (caller: TradevestCaller) => void): void {
	inSandbox(startTradevestSandbox, async (sandbox) => {
		const { clientId, clientSecret } = sandbox.client;
		const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
		const token = (await (await fetch(`${sandbox.url}/oauth2/token`, { method: 'POST', body: form })).json()) as { access_token: string };
		const ask: TradevestCaller['ask'] = async (path, { method, body, requestor = demoCustomer.naturalPersonId } = {}) =>
			await call(sandbox.url + path, {
				headers: { authorization: `Bearer ${token.access_token}`, ...(requestor === null ? {} : { 'Requestor-ID': requestor }) },
				...(method === undefined ? {} : { method }),
				...(body === undefined ? {} : { body }),
			});
		ready({
			sandbox,
			ask,
			async problems(operationId, path, options) {
				const { status, body } = await ask(path, options);
				return sandbox.contract.checkAnswer(operationId, status, body);
			},
		});
	});
}
