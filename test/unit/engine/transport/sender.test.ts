import type { ICredentialDataDecryptedObject, IHttpRequestOptions, INode } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { type Failure, isFailure } from '../../../../engine/failure';
import { createSender, type Sender } from '../../../../engine/transport/sender';
import type { HostContext } from '../../../../engine/transport/hostContext';
import type { PartnerRequest } from '../../../../engine/http/request';
import { MOST_TRIES } from '../../../../engine/transport/retry';
import { HookHost, testNode } from '../../../support/tokens/hookHost';
import { API, type Answer, entered, SECRET } from '../../../support/partner/partner';

const READ: PartnerRequest = { method: 'GET', path: '/things', query: { page: 2 } };
const WRITE: PartnerRequest = { method: 'POST', path: '/orders', body: { poNumber: '7731' } };
const FAULT = (code: string, more: object = {}) => Object.assign(new Error(`${code} with ${SECRET}`), { code, config: { data: SECRET }, ...more });

/** The context of a node run on a host: what the sender needs of it, counted. */
class Run {
	readonly host = new HookHost(entered());
	readonly cancel = new AbortController();
	readonly sent: IHttpRequestOptions[] = [];
	credentialReads = 0;
	/** Stands where a test lets the host itself fail. */
	instead?: () => unknown;

	async sender(): Promise<Sender> {
		const { host } = this;
		const send = async (
			run: object,
			options: IHttpRequestOptions,
			data: ICredentialDataDecryptedObject,
		): Promise<unknown> => {
			// As the host does, where the context has such a signal.
			if ('getExecutionCancelSignal' in run) options.abortSignal = this.cancel.signal;
			this.sent.push(options);
			if (this.instead) return this.instead();
			return await host.httpRequestWithAuthentication(options, data);
		};
		const context = {
			getNode: (): INode => testNode,
			getCredentials: async () => {
				this.credentialReads += 1;
				return await Promise.resolve(host.getCredentials());
			},
			getExecutionCancelSignal: () => this.cancel.signal,
			logger: {},
			helpers: {
				async httpRequestWithAuthentication(
					this: object,
					_type: string,
					options: IHttpRequestOptions,
					more: { credentialsDecrypted: { data: ICredentialDataDecryptedObject } },
				) {
					return await send(this, options, more.credentialsDecrypted.data);
				},
			},
		} as unknown as HostContext;
		return await createSender(context, {
			partner: 'Partner',
			credentialType: 'partnerApi',
			timeoutMs: 20_000,
			secretFields: ['clientSecret'],
			account: ({ baseUrl, clientId }) => [String(baseUrl), String(clientId)],
		});
	}

	get requests() {
		return this.host.partner.requests;
	}

	answers(...answers: Array<Answer | Error>): void {
		let at = 0;
		this.host.partner.onRequest = () => {
			const answer = answers[Math.min(at, answers.length - 1)]!;
			at += 1;
			if (answer instanceof Error) throw answer;
			return answer;
		};
	}
}

/** Lets made-up time pass until the promise is settled. */
async function settled<T>(promise: Promise<T>): Promise<{ value: T } | { failure: Failure }> {
	let outcome: { value: T } | { failure: Failure } | undefined;
	const watching = promise.then(
		(value) => {
			outcome = { value };
		},
		(error: unknown) => {
			if (!isFailure(error)) throw error;
			expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(SECRET);
			outcome = { failure: error };
		},
	);
	for (let turn = 0; turn < 400 && !outcome; turn += 1) await jest.advanceTimersByTimeAsync(250);
	await watching;
	return outcome!;
}

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
	const outcome = await settled(promise);
	if ('failure' in outcome) return outcome.failure;
	throw new Error('It did not fail');
}

async function valueOf<T>(promise: Promise<T>): Promise<T> {
	const outcome = await settled(promise);
	if ('value' in outcome) return outcome.value;
	throw outcome.failure;
}

describe('the sender', () => {
	let run: Run;
	let sender: Sender;

	beforeEach(async () => {
		jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
		run = new Run();
		sender = await run.sender();
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	it('hands back status, headers and body of an answer', async () => {
		run.answers({ status: 201, headers: { 'x-request-id': 'r1' }, body: { id: 5 } });
		expect(await valueOf(sender.once(WRITE))).toMatchObject({ status: 201, headers: { 'x-request-id': 'r1' }, body: { id: 5 } });
		expect(run.requests).toEqual([{ method: 'POST', url: `${API}/orders`, token: 'token-1' }]);
	});

	it('asks for JSON, follows no redirect, keeps the time-out and reads statuses itself', async () => {
		await valueOf(sender.repeat(READ, 'read'));
		expect(run.sent[0]).toMatchObject({
			qs: { page: 2 },
			headers: { Accept: 'application/json' },
			timeout: 20_000,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
		});
	});

	it('reads the credential once, and one renewed token serves all requests', async () => {
		await valueOf(Promise.all(Array.from({ length: 30 }, () => sender.repeat(READ, 'read'))));
		expect(run.credentialReads).toBe(1);
		expect(run.host.partner.tokenCalls).toHaveLength(1);
		expect(new Set(run.requests.map(({ token }) => token))).toEqual(new Set(['token-1']));
	});

	it('renews a revoked token once for all requests that were refused', async () => {
		await valueOf(sender.repeat(READ, 'read'));
		run.host.partner.revokeAll();
		await valueOf(Promise.all(Array.from({ length: 30 }, () => sender.repeat(READ, 'read'))));
		expect(run.host.partner.tokenCalls).toHaveLength(2);
	});

	describe('with what may be repeated', () => {
		it.each([429, 500, 502, 503, 504, 408])('tries again after %i', async (status) => {
			run.answers({ status }, { status: 200, body: 'ok' });
			expect((await valueOf(sender.repeat(READ, 'read'))).body).toBe('ok');
			expect(run.requests).toHaveLength(2);
		});

		it.each(['ECONNRESET', 'ECONNABORTED', 'ECONNREFUSED', 'ETIMEDOUT'])('tries again after %s', async (code) => {
			run.answers(FAULT(code), { status: 200, body: 'ok' });
			expect((await valueOf(sender.repeat(READ, 'repeatable'))).body).toBe('ok');
		});

		it('gives up after four tries and says so', async () => {
			run.answers({ status: 503, body: { message: 'maintenance' } });
			const failure = await failureOf(sender.repeat(READ, 'read'));
			expect(failure).toMatchObject({ kind: 'outage', details: { status: 503, partnerMessage: 'maintenance' } });
			expect(failure.description).toMatch(/It was tried 4 times\.$/);
			expect(run.requests).toHaveLength(4);
		});

		it('waits as long as the partner asks', async () => {
			const at: number[] = [];
			run.host.partner.onRequest = () => {
				at.push(Date.now());
				return at.length === 1 ? { status: 429, headers: { 'retry-after': '7' } } : { status: 200 };
			};
			await valueOf(sender.repeat(READ, 'read'));
			expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(7000);
		});

		it('gives up at once where the partner asks for more than a minute', async () => {
			run.answers({ status: 429, headers: { 'retry-after': '61' } });
			expect(await failureOf(sender.repeat(READ, 'read'))).toMatchObject({ kind: 'rateLimit', details: { retryAfterMs: 61_000 } });
			expect(run.requests).toHaveLength(1);
		});

		it.each<[number, Failure['kind']]>([[400, 'validation'], [403, 'permission'], [404, 'notFound'], [409, 'conflict'], [302, 'configuration']])(
			'does not try again after %i',
			async (status, kind) => {
				run.answers({ status });
				expect((await failureOf(sender.repeat(READ, 'read'))).kind).toBe(kind);
				expect(run.requests).toHaveLength(1);
			},
		);

		it('sends again once with a new token after 401, and stops at a second one', async () => {
			run.answers({ status: 200 }, { status: 401 });
			await valueOf(sender.repeat(READ, 'read'));
			expect(await failureOf(sender.repeat(READ, 'read'))).toMatchObject({ kind: 'authentication', details: { status: 401 } });
			expect(run.requests.map(({ token }) => token)).toEqual(['token-1', 'token-1', 'token-2']);
		});

		it('asks for one other token, and not for one each time, where new ones that never worked are refused', async () => {
			run.answers({ status: 401 });
			for (let item = 0; item < 10; item += 1) {
				expect((await failureOf(sender.repeat(READ, 'read'))).kind).toBe('authentication');
			}
			expect(run.host.partner.tokenCalls).toHaveLength(2);
		});
	});

	describe('with a write that must happen once', () => {
		it.each([500, 502, 503, 504, 408])('sends it once and does not know what became of it after %i', async (status) => {
			run.answers({ status, headers: { 'x-request-id': 'r1' } });
			expect(await failureOf(sender.once(WRITE))).toMatchObject({ kind: 'unknownOutcome', details: { status, requestId: 'r1' } });
			expect(run.requests).toHaveLength(1);
		});

		it.each(['ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EPIPE', 'ERR_BAD_RESPONSE'])(
			'sends it once and does not know what became of it after %s',
			async (code) => {
				run.answers(FAULT(code));
				expect((await failureOf(sender.once(WRITE))).kind).toBe('unknownOutcome');
				expect(run.requests).toHaveLength(1);
			},
		);

		it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'CERT_HAS_EXPIRED'])('knows that it was not carried out after %s, and tries again', async (code) => {
			run.answers(FAULT(code));
			expect((await failureOf(sender.once(WRITE))).kind).toBe('outage');
			expect(run.requests).toHaveLength(MOST_TRIES);
		});

		it('does not wait for ever where the host never learns of the answer, and then does not know the outcome', async () => {
			run.host.partner.onRequest = () => new Promise(() => undefined);
			const failure = await failureOf(sender.once(WRITE));
			expect(failure).toMatchObject({ kind: 'unknownOutcome', message: expect.stringContaining('did not answer') as string });
			expect(run.requests).toHaveLength(1);
		});

		describe('under a key that the partner keeps', () => {
			const KEYED: PartnerRequest = { ...WRITE, keyed: { firstAnswer: 409, underWay: 423 } };

			it('takes the first answer for an answer, with its status', async () => {
				run.answers({ status: 409, body: '{"id":"7"}' });
				expect(await settled(sender.once(KEYED))).toMatchObject({ value: { status: 409, body: { id: '7' } } });
				run.answers({ status: 409, body: '{"id":"7"}' });
				expect(await settled(sender.once(WRITE))).toMatchObject({ failure: { kind: 'conflict' } });
			});

			it('waits while the partner is still at it', async () => {
				run.answers({ status: 423 }, { status: 423 }, { status: 409, body: '{"id":"7"}' });
				expect(await settled(sender.once(KEYED))).toMatchObject({ value: { status: 409 } });
				expect(run.requests).toHaveLength(3);
			});

			it('tells as unknown what it is still at after all tries', async () => {
				run.answers({ status: 423 });
				expect(await settled(sender.once(KEYED))).toMatchObject({ failure: { kind: 'unknownOutcome', message: expect.stringMatching(/is still at it \(423\)/) as string } });
				expect(run.requests).toHaveLength(MOST_TRIES);
			});
		});

		it('sends it again after 429: it was not taken', async () => {
			run.answers({ status: 429 }, { status: 201, body: 'ok' });
			expect((await valueOf(sender.once(WRITE))).body).toBe('ok');
			expect(run.requests).toHaveLength(2);
		});

		it.each<[number, Failure['kind']]>([[400, 'validation'], [404, 'notFound'], [409, 'conflict']])(
			'does not send it again after %i',
			async (status, kind) => {
				run.answers({ status });
				expect((await failureOf(sender.once(WRITE))).kind).toBe(kind);
				expect(run.requests).toHaveLength(1);
			},
		);

		it('sends it again with a new token after 401: it was surely not carried out', async () => {
			run.answers({ status: 200 }, { status: 401 }, { status: 200, body: 'ok' });
			await valueOf(sender.repeat(READ, 'read'));
			expect((await valueOf(sender.once(WRITE))).body).toBe('ok');
			expect(run.requests.map(({ token }) => token)).toEqual(['token-1', 'token-1', 'token-2']);
		});

		it('sends it at most twice in all', async () => {
			run.answers({ status: 200 }, { status: 401 }, { status: 500 });
			await valueOf(sender.repeat(READ, 'read'));
			expect((await failureOf(sender.once(WRITE))).kind).toBe('unknownOutcome');
			expect(run.requests).toHaveLength(3);
		});
	});

	describe('without a token', () => {
		it('tells why there is none, and that for every item after one token call', async () => {
			run.host.partner.onToken = () => ({ status: 401, body: { message: `no such secret: ${SECRET}` } });
			for (const attempt of [sender.once(WRITE), sender.repeat(READ, 'read'), sender.repeat(READ, 'read')]) {
				expect(await failureOf(attempt)).toMatchObject({
					kind: 'authentication',
					message: expect.stringMatching(/^Token request: Partner refused the client id or secret/),
				});
			}
			expect(run.host.partner.tokenCalls).toHaveLength(1);
			expect(run.requests).toHaveLength(0);
		});

		it('does not claim that a write may have been carried out', async () => {
			run.host.partner.onToken = () => {
				throw FAULT('ECONNRESET');
			};
			expect((await failureOf(sender.once(WRITE))).kind).toBe('outage');
			expect(run.requests).toHaveLength(0);
		});

		it('does not claim that where the partner hands out a refused token again either', async () => {
			run.host.partner.onToken = () => ({ status: 200, body: { access_token: 'always-the-same', expires_in: 3600 } });
			expect((await failureOf(sender.once(WRITE))).kind).toBe('authentication');
			expect((await failureOf(sender.once(WRITE))).kind).toBe('authentication');
		});

		it('tells of a base URL that was lost, though a token is stored', async () => {
			await valueOf(sender.repeat(READ, 'read'));
			run.host.stored = { ...run.host.stored, baseUrl: '' };
			const later = await run.sender();
			expect(await failureOf(later.once(WRITE))).toMatchObject({
				kind: 'configuration',
				message: 'The credential has no valid base URL',
			});
		});

		it('tells of an address that is not the partner\'s', async () => {
			await valueOf(sender.repeat(READ, 'read'));
			expect((await failureOf(sender.once({ ...WRITE, path: 'https://evil.test/orders' }))).kind).toBe('configuration');
			expect(run.requests).toHaveLength(1);
		});
	});

	describe('after the execution was cancelled', () => {
		it('begins no request', async () => {
			run.cancel.abort();
			expect((await failureOf(sender.once(WRITE))).kind).toBe('cancelled');
			expect((await failureOf(sender.repeat(READ, 'read'))).kind).toBe('cancelled');
			expect(run.sent).toHaveLength(0);
		});

		it('tears off a read', async () => {
			run.host.partner.onRequest = async () => {
				const { abortSignal } = run.sent.at(-1)!;
				return await new Promise<Answer>((_answer, fail) => {
					(abortSignal as AbortSignal).addEventListener('abort', () => fail(FAULT('ERR_CANCELED')));
					run.cancel.abort();
				});
			};
			expect((await failureOf(sender.repeat(READ, 'read'))).kind).toBe('cancelled');
		});

		it('lets a write that is under way come to its end', async () => {
			run.host.partner.onRequest = () => {
				run.cancel.abort();
				return { status: 200, body: 'carried out' };
			};
			expect((await valueOf(sender.once(WRITE))).body).toBe('carried out');
			expect(run.sent[0]?.abortSignal?.aborted).toBe(false);
		});

		it('does not begin that write anew after a 401', async () => {
			await valueOf(sender.repeat(READ, 'read'));
			run.host.partner.onRequest = () => {
				run.cancel.abort();
				return { status: 401 };
			};
			expect((await failureOf(sender.once(WRITE))).kind).toBe('cancelled');
			expect(run.requests).toHaveLength(2);
		});

		it('stops waiting for the next try', async () => {
			run.answers({ status: 429, headers: { 'retry-after': '50' } });
			const attempt = failureOf(sender.repeat(READ, 'read'));
			for (let turn = 0; turn < 20; turn += 1) await jest.advanceTimersByTimeAsync(100);
			run.cancel.abort();
			expect((await attempt).kind).toBe('cancelled');
			expect(run.requests).toHaveLength(1);
		});
	});

	describe('showing what the partner says', () => {
		it('hides the secret, the token and what the request holds secret', async () => {
			const phrase = 'guarded-by-the-request';
			await valueOf(sender.repeat(READ, 'read'));
			run.answers({ status: 400, body: { message: `token-1 ${SECRET} ${phrase} ${encodeURIComponent(SECRET)}` } });
			const failure = await failureOf(sender.repeat({ ...READ, secrets: [phrase] }, 'read'));
			expect(failure.message).toBe('Partner did not accept the request (400): [hidden] [hidden] [hidden] [hidden]');
		});

		it('hides also a token that was fetched during the run', async () => {
			run.answers({ status: 400, body: { message: 'bad token-1' } });
			expect((await failureOf(sender.repeat(READ, 'read'))).message).not.toContain('token-1');
		});
	});

	it('passes on a failure of another copy of the engine', async () => {
		class OtherFailure extends Error {
			override readonly name = 'PartnerFailure';
			readonly kind = 'permission';
			readonly details = { advice: 'Ask.' };
		}
		run.instead = () => {
			throw new OtherFailure('not by us');
		};
		const outcome: unknown = await sender.once(WRITE).catch((error: unknown) => error);
		expect(isFailure(outcome)).toBe(true);
	});

	it('takes what the host throws for a fault of the connection only where a token was sent', async () => {
		run.instead = () => {
			throw new NodeApiError(testNode, { message: 'no credential' });
		};
		expect((await failureOf(sender.once(WRITE))).kind).toBe('authentication');
	});
});
