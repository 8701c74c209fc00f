import { startSuSandbox, type SuSandbox } from '../../../../sandbox/su';
import { call, inSandbox, type Reply } from '../support';

/** A caller of one Su sandbox that holds a token. */
export interface SuCaller {
	readonly sandbox: SuSandbox;
	/** @param name of the call, such as `roomdetails`; without a body it is a GET */
	ask<Body = Record<string, unknown>>(name: string, body?: unknown): Promise<Reply<Body>>;
	/** The same, checked: what the document says against the answer. */
	problems(operationId: string, name: string, body?: unknown): Promise<unknown[]>;
}

/** One Su sandbox for all tests of a file, as it was at the start before each of them. @param ready takes over who calls it */
export function inSuSandbox(ready: (caller: SuCaller) => void): void {
	inSandbox(startSuSandbox, async (sandbox) => {
		const at = (name: string) => `${sandbox.url}/SUAPI/jservice/${name}`;
		const { clientId, clientSecret } = sandbox.client;
		const { body: token } = await call<{ data: { token: string } }>(at('auth/generate-access-token'), { headers: { 'client-id': clientId, 'client-secret': clientSecret } });
		const ask: SuCaller['ask'] = async (name, body) => await call(at(name), { headers: { authorization: `Bearer ${token.data.token}` }, ...(body === undefined ? {} : { body }) });
		ready({
			sandbox,
			ask,
			async problems(operationId, name, body) {
				const answer = await ask(name, body);
				return sandbox.contract.checkAnswer(operationId, answer.status, answer.body);
			},
		});
	});
}
