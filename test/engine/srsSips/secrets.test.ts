import dns from 'node:dns';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IExecuteFunctions } from 'n8n-workflow';

import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { everythingStored, type Engine, type NodeRunResult } from '../../support/n8nEngine/n8nEngine';
import { json } from '../../support/n8nEngine/nodeRuns';
import { answerJson, RawPartner } from '../../support/partner/rawPartner';
import { SERVICES } from '../../support/services';
import { engineFor, orderItem, submitParameters, validateParameters } from './support';

describe('SRS SIPS on the engine: what an execution keeps', () => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;

	beforeEach(async () => {
		sandbox = await startSrsSipsSandbox();
		engine = engineFor(sandbox);
	});
	afterEach(() => sandbox.close());

	/** The key as a person types it in, so that it is in no item. */
	const withKey = validateParameters({ customerCode: '={{ $json.customerCode }}', integrationKey: 'RDG100' });

	function secretsOf(): string[] {
		return ['sandbox-secret-not-real', 'RDG100', ...engine.credential.tokens];
	}

	function secretsIn(text: string): string[] {
		return secretsOf().filter((secret) => text.includes(secret));
	}

	it('holds no secret, key or token after a success', async () => {
		const { run, items } = await engine.run({ items: [{ customerCode: 'DEMO100' }], parameters: withKey });
		expect(json(items)).toMatchObject([{ valid: true }]);
		expect([...engine.credential.tokens]).toEqual([expect.stringMatching(/^eyJ/)]);
		expect(secretsIn(everythingStored(run))).toEqual([]);
	});

	it('would be found out if it did: what comes in with an item is kept', async () => {
		const { run } = await engine.run({ items: [{ customerCode: 'DEMO100', key: 'RDG100' }], parameters: withKey });
		expect(secretsIn(everythingStored(run))).toEqual(['RDG100']);
	});

	it.each([
		['a failed request', { operationId: 'validateCustomer', kind: 'status', status: 400 } as const],
		['a cut connection', { operationId: 'validateCustomer', kind: 'cut', times: 0 } as const],
		['a refused token request', { operationId: 'getToken', kind: 'status', status: 401 } as const],
		['a cut token request', { operationId: 'getToken', kind: 'cut', times: 0 } as const],
		['a broken token answer', { operationId: 'getToken', kind: 'truncatedJson', times: 0 } as const],
		['a broken answer', { operationId: 'validateCustomer', kind: 'truncatedJson', times: 0 } as const],
	])('holds none after %s, whether the node stops or goes on', async (_name, fault) => {
		jest.spyOn(Math, 'random').mockReturnValue(0);
		for (const onError of ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const) {
			sandbox.control.clearFaults();
			sandbox.control.fault(fault);
			const { run } = await engineFor(sandbox).run({ items: [{ customerCode: 'DEMO100' }], parameters: { ...withKey, options: { timeoutMs: 500 } }, settings: { onError } });
			expect(secretsIn(everythingStored(run))).toEqual([]);
		}
		jest.restoreAllMocks();
	});

	it('holds none of what SIPS echoes', async () => {
		const echo = 'key RDG100 of sandbox-secret-not-real with Authorization: Bearer abcdefghijklmnop';
		sandbox.control.fault({ operationId: 'validateCustomer', kind: 'status', status: 400, body: { message: echo } });
		const { run, error } = await engine.run({ items: [{ customerCode: 'DEMO100' }], parameters: withKey });
		expect(error?.message).toContain('key [hidden] of [hidden] with');
		expect(secretsIn(everythingStored(run))).toEqual([]);
		expect(everythingStored(run)).not.toContain('abcdefghijklmnop');
	});

	/** Operations with a secret field, by what they send. */
	const WITH_SECRET = { 'customer.validate': { parameters: withKey, operationId: 'validateCustomer' } } as const;

	it('is asked of every operation that has a secret field', () => {
		const found = SERVICES.flatMap(({ folder, resources }) =>
			resources.flatMap(({ name: resource, operations }) =>
				operations
					.filter(({ properties, options = [] }) => [...properties, ...options].some((field) => 'typeOptions' in field && field.typeOptions?.password === true))
					.map(({ name }) => `${folder} ${resource}.${name}`),
			),
		);
		expect(found).toEqual(Object.keys(WITH_SECRET).map((name) => `SrsSips ${name}`));
	});

	/** The second secret lies where the words are cut. */
	const ECHO = `key RDG100 is not known. ${'x'.repeat(460)} sandbox-secret-not-real`;
	it.each(Object.entries(WITH_SECRET).flatMap(([name, given]) => [200, 400, 403, 404, 422].map((status) => ({ name, status, ...given }))))(
		'holds none of what SIPS echoes in a refusal of $name with status $status, whether the node stops or goes on',
		async ({ status, parameters, operationId }) => {
			for (const onError of ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const) {
				for (const body of [{ message: ECHO, code: 'RDG100' }, { error: { detail: ECHO } }, ECHO]) {
					sandbox.control.clearFaults();
					sandbox.control.fault({ operationId, kind: 'answer', status, body });
					const { run } = await engine.run({ items: [{ customerCode: 'DEMO100' }], parameters, settings: { onError } });
					const kept = everythingStored(run);
					expect(kept).toContain('key [hidden] is not known');
					expect(secretsIn(kept)).toEqual([]);
					expect(kept).not.toContain('sandbox-secret');
				}
			}
		},
	);

	it('holds none after an order with an unknown outcome', async () => {
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'cut', when: 'after' });
		const { run } = await engine.run({ items: [orderItem()], parameters: submitParameters() });
		expect(secretsIn(everythingStored(run))).toEqual([]);
	});

	describe('at a partner with tokens of another look', () => {
		const TOKEN = 'opaque+token/0123456789';
		let server: Server;
		let url: string;
		let status: number;

		beforeEach(async () => {
			server = createServer((request, response) => {
				request.resume();
				const isToken = request.url?.toLowerCase() === '/authentication/token';
				const body = isToken ? { access_token: TOKEN, expires_in: 3600 } : { message: `The token ${TOKEN} may not do this` };
				response.writeHead(isToken ? 200 : status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
			}).listen(0, '127.0.0.1');
			await new Promise((resolve) => server.once('listening', resolve));
			url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		});
		afterEach(() => {
			server.closeAllConnections();
			server.close();
		});

		it.each([
			['a failure', 403],
			['a refusal with status 200', 200],
		])('shows no token that was fetched in this very run, even if it is echoed in %s', async (_name, answered) => {
			status = answered;
			const parameters = { resource: 'order', operation: 'getAll' };
			const { run, error } = await engineFor({ ...sandbox, url }).run({ items: [{}], parameters });
			expect(error?.message).toContain('may not do this');
			expect(everythingStored(run)).not.toContain(TOKEN);
		});
	});

	describe('at a partner that hands out tokens while runs are under way', () => {
		let partner: RawPartner;
		beforeEach(async () => {
			partner = await RawPartner.start();
		});
		afterEach(() => partner.close());

		const lists = { resource: 'order', operation: 'getAll', options: { concurrency: 1, shareEqualReads: false } };
		const carried = (request: IncomingMessage): string => String(request.headers.authorization).replace('Bearer ', '');

		it.each([
			['as it is', (token: string) => token],
			['as in an address', encodeURIComponent],
		])('shows no token that another run has fetched, though this one was sent with it and it is echoed %s', async (_name, written) => {
			const shared = engineFor(partner);
			partner.handle = (_request, response) => answerJson(response, []);
			await shared.run({ items: [{}], parameters: lists });

			let other: Promise<NodeRunResult> | undefined;
			partner.handle = (request, response) => {
				if (!other) {
					// The first item of this run is on its way while another run finds the token revoked, and fetches the next.
					other = shared.run({ items: [{}], parameters: lists });
					void other.then(() => answerJson(response, []));
					return;
				}
				const token = carried(request);
				if (token.endsWith('number-1')) answerJson(response, {}, 401);
				else if (partner.received.length < 5) answerJson(response, []);
				else answerJson(response, { message: `The token ${written(token)} may not do this`, code: token }, 403);
			};
			for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
				other = undefined;
				partner.received.length = onError === 'stopWorkflow' ? 1 : partner.received.length;
				const { run } = await shared.run({ items: [{}, {}], parameters: lists, settings: { onError } });
				const kept = everythingStored(run);
				expect(kept).toContain('The token [hidden] may not do this');
				expect(kept).not.toMatch(/number-\d/);
			}
			expect(partner.tokenCalls).toBe(2);
		});

		it('shows none of the last it was sent: a partner may echo an older one', async () => {
			const shared = engineFor(partner);
			partner.handle = (request, response) => answerJson(response, {}, carried(request).endsWith('number-1') ? 401 : 200);
			await shared.run({ items: [{}], parameters: lists });
			partner.handle = (_request, response) => answerJson(response, { message: 'You had opaque+token/number-1 and have opaque+token/number-2' }, 400);
			const { run, error } = await shared.run({ items: [{}], parameters: lists });
			expect(error?.message).toContain('You had [hidden] and have [hidden]');
			expect(everythingStored(run)).not.toMatch(/number-\d/);
		});

		it('takes a token along no redirect: not to a subdomain, and not through another node', async () => {
			// Names that only this machine knows.
			jest.spyOn(dns, 'lookup').mockImplementation(((...given: unknown[]) => {
				const [options, found] = [given[1] as { all?: boolean }, given.at(-1) as (error: null, address: unknown, family?: number) => void];
				if (options.all) found(null, [{ address: '127.0.0.1', family: 4 }]);
				else found(null, '127.0.0.1', 4);
			}) as never);
			const url = `http://api.partner.test:${partner.port}`;
			const seen: Array<[string | undefined, string | undefined]> = [];
			partner.handle = (request, response) => {
				const { host, authorization } = request.headers;
				seen.push([host, authorization]);
				const isHere = host === `api.partner.test:${partner.port}`;
				if (isHere) response.writeHead(302, { location: `http://evil.api.partner.test:${partner.port}/caught` }).end();
				else answerJson(response, {});
			};
			const ways: Array<(this: IExecuteFunctions) => Promise<unknown>> = [
				async function () {
					return await this.helpers.requestWithAuthentication.call(this, 'srsSipsApi', { method: 'GET', uri: `${url}/orders`, followRedirect: true, followAllRedirects: true, maxRedirects: 21, json: true });
				},
				async function () {
					return await this.helpers.httpRequestWithAuthentication.call(this, 'srsSipsApi', { method: 'GET', url: `${url}/orders` });
				},
			];
			for (const way of ways) {
				const { error } = await engineFor({ url, client: partner.client }, {}, way).run({ items: [{}], parameters: {} });
				expect(error?.httpCode).toBe('302');
			}
			jest.restoreAllMocks();
			expect(seen.filter(([, authorization]) => authorization !== undefined)).not.toEqual([]);
			expect(seen.filter(([host]) => host?.startsWith('evil.'))).toEqual([]);
		});
	});
});
