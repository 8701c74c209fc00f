import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { ICredentialDataDecryptedObject, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { XCoverSignatureApi, xCoverSignatureFlow } from '../../../credentials/XCoverSignatureApi.credentials';
import { signatureHooks } from '../../../engine/signature/hooks';
import { testRequest } from '../../../engine/signature/testRead';
import { testCredential } from '../../support/n8nEngine/credentialTest';
import { Engine, everythingStored } from '../../support/n8nEngine/n8nEngine';
import { otherNode } from '../../support/n8nEngine/otherNode';
import { answerJson } from '../../support/partner/rawPartner';
import { SIGNED_CLIENT, SignedPartner } from '../../support/partner/signedPartner';

const NODE = {
	description: {
		displayName: 'HTTP', name: 'http', group: ['output' as const], version: 1, description: 'Sends a request', defaults: { name: 'HTTP' }, inputs: ['main' as const], outputs: ['main' as const],
		credentials: [{ name: 'xCoverSignatureApi', required: true }], properties: [],
	},
};

/** Sends in either of the host's ways, with the credential. */
type Way = 'httpRequestWithAuthentication' | 'requestWithAuthentication';
const WAYS: Way[] = ['httpRequestWithAuthentication', 'requestWithAuthentication'];

describe('XCover on the engine: a credential that signs', () => {
	let partner: SignedPartner;

	beforeEach(async () => {
		partner = await SignedPartner.start();
	});
	afterEach(async () => {
		await partner.close();
	});

	/** Sends a request in one of the host's ways. @param address `url`, or `uri` where the way says so */
	async function send(way: Way, { address, ...more }: IDataObject & { address: string }, change: ICredentialDataDecryptedObject = {}) {
		const request = { method: 'GET', ...(way === 'requestWithAuthentication' ? { uri: address, json: true } : { url: address, json: true }), ...more };
		const node = otherNode(NODE as never, async function (this: IExecuteFunctions) {
			return (await (this.helpers[way] as unknown as (type: string, given: object) => Promise<unknown>).call(this, 'xCoverSignatureApi', request)) as IDataObject;
		});
		const result = await new Engine({ nodeType: node, credentialType: new XCoverSignatureApi(), credential: { ...partner.credential, ...change } }).run({ items: [{}], parameters: {} });
		for (const secret of [SIGNED_CLIENT.apiSecret, SIGNED_CLIENT.apiKey]) expect(everythingStored(result.run)).not.toContain(secret);
		return result;
	}

	describe.each(WAYS)('by %s', (way) => {
		it.each([
			['sha512', 'date'],
			['sha384', 'date'],
			['sha256', 'date'],
			['sha512', 'target'],
			['sha384', 'target'],
			['sha256', 'target'],
		])('signs so that the partner takes it: %s, %s', async (algorithm, signedParts) => {
			const { items, error } = await send(way, { address: `${partner.url}/partners/{partner_code}/bookings/?language=en`, qs: { limit: 1 } }, { algorithm, signedParts });
			expect(error).toBeUndefined();
			expect(items[0]?.json.answer).toMatchObject({ results: [] });
			expect(partner.received).toEqual([
				{ request: 'GET /x/partners/ABCDE/bookings/?language=en&limit=1', signed: signedParts === 'target' ? '(request-target) date' : 'date', algorithm, isTaken: true },
			]);
		});

		it('signs a write with a body, which arrives whole, once', async () => {
			partner.answer = (response, request) => answerJson(response, { method: request.method, length: request.headers['content-length'] });
			const { items } = await send(way, { method: 'POST', address: `${partner.url}/partners/{partner_code}/offers/`, body: { schema: 's' } }, { signedParts: 'target' });
			expect(items[0]?.json.answer).toEqual({ method: 'POST', length: '14' });
			expect(partner.received).toHaveLength(1);
		});

		it('sends nothing anywhere else', async () => {
			const { error } = await send(way, { address: 'http://127.0.0.1:9/x/partners/' });
			expect(error).toMatchObject({ message: expect.stringContaining('its signature is sent nowhere else') as string });
			expect(partner.received).toEqual([]);
		});

		it('follows no redirect', async () => {
			partner.answer = (response) => response.writeHead(302, { location: `${partner.url}/elsewhere` }).end();
			await send(way, { address: `${partner.url}/partners/{partner_code}/bookings/` });
			expect(partner.received).toHaveLength(1);
		});

		it.each([400, 403, 404, 422, 429, 500])('sends once what is answered with %d', async (status) => {
			partner.answer = (response) => answerJson(response, { type: 'api_error', message: 'no' }, status);
			const { error } = await send(way, { method: 'POST', address: `${partner.url}/a`, body: { a: 1 } });
			expect(error).toBeDefined();
			expect(partner.received).toHaveLength(1);
		});
	});

	describe('when it is tested', () => {
		const test = async (change: ICredentialDataDecryptedObject = {}, credential = new XCoverSignatureApi()) => {
			const outcome = await testCredential(credential, { ...partner.credential, ...change });
			expect(outcome.message).not.toMatch(new RegExp(`${SIGNED_CLIENT.apiKey}|${SIGNED_CLIENT.apiSecret.replace('+', '\\+')}|[\\w%]{80}`));
			return outcome;
		};

		it.each(['date', 'target'])('says yes to what the partner takes, and has read nothing but one booking (%s)', async (signedParts) => {
			expect(await test({ signedParts })).toEqual({ status: 'OK', message: 'Connection successful!' });
			expect(new Set(partner.received.map(({ request, isTaken }) => `${request} ${isTaken}`))).toEqual(new Set(['GET /x/partners/ABCDE/bookings/?limit=1 true']));
		});

		it.each([
			['secret', { apiSecret: 'another-secret' }],
			['key', { apiKey: 'another-key' }],
		])('tells a wrong %s', async (_what, change) => {
			const { status, message } = await test(change);
			expect(status).toBe('Error');
			expect(message).toMatch(/^API call: XCover did not accept the key or the signature of the request \(403\): Not a valid signature: .*\[hidden\].* Check API Key and API Secret, .* The clock of this n8n agrees with that of XCover\.$/);
			expect(partner.received).toHaveLength(1);
		});

		it('tells a clock that is off', async () => {
			partner.aheadMs = 20 * 60_000;
			expect((await test()).message).toMatch(/\. The clock of this n8n is 20 minutes behind that of XCover\. Set the clock /);
		});

		it('tells a host that is not reached', async () => {
			expect(await test({ baseUrl: 'http://127.0.0.1:9/x' })).toEqual({
				status: 'Error',
				message: 'API call: XCover at 127.0.0.1:9 could not be reached. Check the environment or base URL of the credential, and whether this n8n can reach that host (DNS, proxy, firewall, certificate).',
			});
		});

		describe('at a host that stays silent', () => {
			let server: Server;
			const sockets = new Set<Socket>();

			beforeEach(async () => {
				server = createServer((socket) => {
					sockets.add(socket);
					socket.on('error', () => undefined);
				});
				await new Promise<void>((resolve) => server.listen(0, resolve));
			});
			afterEach(async () => {
				sockets.forEach((socket) => socket.destroy());
				sockets.clear();
				await new Promise((resolve) => server.close(resolve));
			});

			/** The credential, but for its patience. */
			function impatient(): XCoverSignatureApi {
				const flow = { ...xCoverSignatureFlow, testRead: { ...xCoverSignatureFlow.testRead, timeoutMs: 500 } };
				return Object.assign(new XCoverSignatureApi(), signatureHooks(flow), { test: testRequest(flow) });
			}

			it.each(['http', 'https'])('tells what to ask Cover Genius for (%s)', async (protocol) => {
				const { port } = server.address() as AddressInfo;
				expect(await test({ baseUrl: `${protocol}://localhost:${port}/x` }, impatient())).toEqual({
					status: 'Error',
					message:
						`API call: XCover at localhost:${port} did not answer within 0.5 s. The connection was not refused, and then nothing came. Staging of XCover does so with addresses that it does not know: ` +
						'ask Cover Genius to allow the address from which this n8n goes out. If it is allowed, look for a firewall or proxy on the way.',
				});
			});
		});

		it.each([
			[403, { type: 'permission', message: 'Not yours' }, /does not allow this \(403\): Not yours\. Ask Cover Genius whether/],
			[404, { type: 'api_error', message: 'Partner does not exist' }, /does not know what was asked for \(404\): Partner does not exist\. Check Partner Code, and/],
			[429, { message: 'Request was throttled.' }, /asks for fewer requests \(429\)/],
			[500, {}, /could not handle the request \(500\)/],
		])('tells a %d as what it is', async (status, body, words) => {
			partner.answer = (response) => answerJson(response, body, status);
			expect(await test()).toEqual({ status: 'Error', message: expect.stringMatching(words) as string });
		});

		it('does not take a web page for the API', async () => {
			partner.answer = (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>');
			expect(await test()).toEqual({ status: 'Error', message: expect.stringContaining('what came is no JSON') as string });
		});
	});
});
