import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { xCoverSignatureFlow } from '../../../../credentials/XCoverSignatureApi.credentials';
import { isFailure, type Failure } from '../../../../engine/failure';
import type { PartnerRequest } from '../../../../engine/http/request';
import { signatureHooks } from '../../../../engine/signature/hooks';
import type { HostContext } from '../../../../engine/transport/hostContext';
import { createSender, type Sender } from '../../../../engine/transport/sender';
import { senderOptions } from '../../../../engine/transport/senderOptions';
import { streamOf } from '../../../support/partner/openAnswers';
import type { Answer } from '../../../support/partner/partner';
import { authenticateOf, testNode, wrapped } from '../../../support/tokens/hookHost';

const SECRET = 'secret-that-is-not-shown';
const KEY = 'key-that-is-not-shown';
const LIST: PartnerRequest = { method: 'GET', path: '/partners/{partner_code}/bookings/' };
const CREATE: PartnerRequest = { method: 'POST', path: '/partners/{partner_code}/offers/', body: { schema: 's' } };
const CONFIRM: PartnerRequest = { method: 'POST', path: '/partners/{partner_code}/offers/1/confirm/', body: { quotes: [] } };
const AUTH_ERROR = { type: 'auth_error', message: 'Signature is not valid' };

const signatureSender = senderOptions(xCoverSignatureFlow, { credentialType: 'xCoverSignatureApi', timeoutMs: 30_000, accountFields: ['partnerCode'] });

let partners = 0;

/** The context of a node run, at a partner of its own, and when what was sent. */
class Run {
	readonly cancel = new AbortController();
	readonly sent: Array<{ options: IHttpRequestOptions; atMs: number }> = [];
	/** Stands where a test lets the host fail before it authenticates. */
	before?: () => void;
	readonly credentials: ICredentialDataDecryptedObject;

	constructor(
		private readonly answer: (call: number, options: IHttpRequestOptions) => Answer = () => ({ status: 200, body: {} }),
		change: ICredentialDataDecryptedObject = {},
	) {
		this.credentials = { environment: 'custom', baseUrl: `https://partner-${(partners += 1)}.test/x`, apiKey: KEY, apiSecret: SECRET, partnerCode: 'ABCDE', isTestKey: false, ...change };
	}

	async sender(): Promise<Sender> {
		const hooks = signatureHooks(xCoverSignatureFlow);
		const httpRequestWithAuthentication = async (_type: string, given: IHttpRequestOptions, more: { credentialsDecrypted: { data: ICredentialDataDecryptedObject } }) => {
			try {
				this.before?.();
				const options = (await authenticateOf(hooks)(more.credentialsDecrypted.data, given)) as IHttpRequestOptions;
				this.sent.push({ options, atMs: performance.now() });
				const { status, headers = {}, body } = this.answer(this.sent.length, options);
				return { statusCode: status, headers, body };
			} catch (error) {
				throw wrapped(error);
			}
		};
		const context = {
			getNode: () => testNode,
			getCredentials: async () => await Promise.resolve({ ...this.credentials }),
			getExecutionCancelSignal: () => this.cancel.signal,
			logger: {},
			helpers: { httpRequestWithAuthentication },
		} as unknown as HostContext;
		return await createSender(context, signatureSender);
	}

	get signatures(): string[] {
		return this.sent.map(({ options }) => /signature="([^"]+)"/.exec(String(options.headers?.Authorization))?.[1] ?? 'none');
	}

	/** The most that was sent within any second. */
	get most(): number {
		return Math.max(...this.sent.map(({ atMs }) => this.sent.filter((other) => other.atMs >= atMs && other.atMs < atMs + 1_000).length));
	}
}

/** Lets made-up time pass until the promise is settled. */
async function outcomeOf<T>(promise: Promise<T>): Promise<T | Failure> {
	let outcome: { is: T | Failure } | undefined;
	promise.then(
		(value) => (outcome = { is: value }),
		(error: unknown) => (outcome = { is: error as Failure }),
	);
	for (let turn = 0; turn < 400 && !outcome; turn += 1) await jest.advanceTimersByTimeAsync(250);
	if (!outcome) throw new Error('It took too long');
	return outcome.is;
}

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
	const outcome = await outcomeOf(promise);
	if (!isFailure(outcome)) throw new Error('It did not fail with a failure of ours');
	expect(`${outcome.message} ${JSON.stringify(outcome)}`).not.toContain('not-shown');
	return outcome;
}

describe('a sender whose requests are signed', () => {
	beforeEach(() => {
		jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	it('sends what is signed, to the partner of the credential', async () => {
		const run = new Run();
		await outcomeOf((await run.sender()).repeat(LIST, 'read'));
		expect(run.sent[0]?.options).toMatchObject({ url: '/partners/ABCDE/bookings/', headers: { 'X-Api-Key': KEY, Authorization: expect.stringMatching(/^Signature keyId=/) as string } });
	});

	it('signs each try anew', async () => {
		const run = new Run((call) => {
			jest.setSystemTime(Date.now() + 1_000);
			return { status: call < 3 ? 503 : 200, body: {} };
		});
		expect(await outcomeOf((await run.sender()).repeat(LIST, 'read'))).toMatchObject({ status: 200 });
		const dates = run.sent.map(({ options }) => options.headers?.Date);
		expect(new Set(dates).size).toBe(3);
		expect(new Set(run.signatures).size).toBe(3);
	});

	it.each(['read', 'repeatable', 'once'] as const)('tells a refused signature as that, once and without trying again (%s)', async (effect) => {
		const run = new Run(() => ({ status: 403, body: AUTH_ERROR, headers: { date: new Date().toUTCString() } }));
		const sender = await run.sender();
		const failure = await failureOf(effect === 'once' ? sender.once(CONFIRM) : sender.repeat(LIST, effect));
		expect(failure).toMatchObject({
			kind: 'authentication',
			message: 'XCover did not accept the key or the signature of the request (403): Signature is not valid',
			description: expect.stringMatching(/^Check API Key and API Secret.* Algorithm, .* Signed Parts.* The clock of this n8n agrees with that of XCover\.$/) as string,
			details: { status: 403, partnerCode: 'auth_error', partnerMessage: 'Signature is not valid' },
		});
		expect(run.sent).toHaveLength(1);
	});

	it('says that the clock is off', async () => {
		const run = new Run(() => ({ status: 403, body: AUTH_ERROR, headers: { date: new Date(Date.now() + 3 * 60_000).toUTCString() } }));
		expect(await failureOf((await run.sender()).once(CONFIRM))).toMatchObject({
			kind: 'authentication',
			message: expect.stringMatching(/The clock of this n8n is [23] minutes behind that of XCover$/) as string,
			description: expect.stringMatching(/^Set the clock/) as string,
		});
	});

	it('tells another 403 as what one may not do, and another status as ever', async () => {
		const answers: Answer[] = [{ status: 403, body: { type: 'other', message: 'no' } }, { status: 422, body: { message: 'Unexpected field' } }];
		const run = new Run((call) => answers[call - 1]!);
		const sender = await run.sender();
		expect(await failureOf(sender.once(CONFIRM))).toMatchObject({ kind: 'permission', description: 'Ask Cover Genius whether this API key may use this call for this partner code.' });
		expect(await failureOf(sender.once(CONFIRM))).toMatchObject({ kind: 'validation', message: 'XCover refused the request (422): Unexpected field' });
	});

	it('tells a refused signature of a read of a large answer, too', async () => {
		const run = new Run(() => ({ status: 401, body: streamOf(JSON.stringify(AUTH_ERROR)) }));
		const failure = await failureOf((await run.sender()).open(LIST, async () => await Promise.resolve('taken')));
		expect(failure).toMatchObject({ kind: 'authentication', message: 'XCover did not accept the key or the signature of the request (401): Signature is not valid' });
	});

	it('shows nothing of key, secret and signatures that the partner echoes, be they of requests long before', async () => {
		const run = new Run((_call, options) => ({ status: 422, body: { message: `${SECRET} ${KEY} ${String(options.headers?.Authorization)}` } }));
		const sender = await run.sender();
		for (let at = 0; at < 40; at += 1) await failureOf(sender.once(CONFIRM));
		const all = run.signatures;
		expect(new Set(all).size).toBeGreaterThan(1);
		for (const signature of all) {
			const told = sender.hideSecrets(`${signature} ${decodeURIComponent(signature)} ${signature.replace(/%../g, (code) => code.toLowerCase())}`);
			expect(told).toBe('[hidden] [hidden] [hidden]');
		}
		expect((await failureOf(sender.once(CONFIRM))).message).toMatch(/^XCover refused the request \(422\): \[hidden\] \[hidden\] Signature keyId="\[hidden\]",algorithm="hmac-sha512",signature="\[hidden\]"$/);
	});

	it('says why nothing was sent: what is wrong with the credential, or that n8n did not have it signed', async () => {
		const without = new Run(undefined, { apiSecret: '' });
		expect(await failureOf((await without.sender()).once(CONFIRM))).toMatchObject({ kind: 'configuration', message: 'API Secret of the credential is empty' });
		const blocked = new Run();
		blocked.before = () => {
			throw new Error('Domain not allowed');
		};
		expect(await failureOf((await blocked.sender()).once(CONFIRM))).toMatchObject({ kind: 'configuration', message: 'The request to XCover was not signed, so it was not sent' });
		expect([...without.sent, ...blocked.sent]).toEqual([]);
	});

	describe('keeps the pace of its account', () => {
		const many = async (run: Run, request: PartnerRequest, count: number): Promise<void> => {
			const sender = await run.sender();
			await outcomeOf(Promise.all(Array.from({ length: count }, async () => await sender.once(request))));
		};

		it.each<[string, ICredentialDataDecryptedObject, PartnerRequest, number]>([
			['offers that are made', {}, CREATE, 50],
			['offers that are confirmed', {}, CONFIRM, 50],
			['all others', {}, LIST, 20],
			['a test key, whatever it asks', { isTestKey: true }, CONFIRM, 2],
			['staging, whatever it asks', { environment: 'staging', partnerCode: 'PACED' }, LIST, 2],
		])('with %s', async (_name, change, request, perSecond) => {
			const run = new Run(undefined, change);
			await many(run, request, perSecond * 2 + 1);
			expect([run.sent.length, run.most]).toEqual([perSecond * 2 + 1, perSecond]);
		});

		it('in two runs at once', async () => {
			const run = new Run();
			await Promise.all([many(run, LIST, 25), many(run, LIST, 25)]);
			expect([run.sent.length, run.most]).toEqual([50, 20]);
		});

		it('with each try of a request', async () => {
			const run = new Run((call) => ({ status: call % 2 === 1 ? 503 : 200, body: {} }), { isTestKey: true });
			const sender = await run.sender();
			await outcomeOf(Promise.all([1, 2, 3].map(async () => await sender.repeat(LIST, 'read'))));
			expect(run.sent.length).toBeGreaterThan(4);
			expect(run.most).toBe(2);
		});

		it('until somebody stops the execution: what waits for its turn is not sent', async () => {
			const run = new Run(undefined, { isTestKey: true });
			const sender = await run.sender();
			const all = [1, 2, 3, 4].map(async () => await sender.once(CONFIRM));
			await jest.advanceTimersByTimeAsync(100);
			run.cancel.abort();
			expect((await Promise.all(all.slice(2).map(failureOf))).map(({ kind, description }) => [kind, description])).toEqual(Array(2).fill(['cancelled', 'Nothing more was sent.']));
			expect(run.sent).toHaveLength(2);
		});
	});
});
