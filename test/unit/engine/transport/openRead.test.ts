import type { IHttpRequestOptions } from 'n8n-workflow';
import type { Readable } from 'node:stream';

import { Failure } from '../../../../engine/failure';
import type { Link } from '../../../../engine/transport/link';
import type { OpenAnswer } from '../../../../engine/http/openBody';
import type { PartnerRequest } from '../../../../engine/http/request';
import { MOST_TRIES } from '../../../../engine/transport/retry';
import { createSender, type Sender } from '../../../../engine/transport/sender';
import type { HostContext } from '../../../../engine/transport/hostContext';
import { HookHost, testNode } from '../../../support/tokens/hookHost';
import { CUT, silentAfter, streamOf } from '../../../support/partner/openAnswers';
import { API, entered, SECRET, type Answer } from '../../../support/partner/partner';

const READ: PartnerRequest = { method: 'GET', path: '/proof/7' };
const ELSEWHERE: Link = { url: 'https://cdn.example.com/x.pdf?sig=1', isApi: false };
const AT_API: Link = { url: `${API}/files/x.pdf`, isApi: true };

/** A reader of large answers on a host, and what it asked for. */
class Run {
	readonly host = new HookHost(entered());
	readonly cancel = new AbortController();
	readonly sent: IHttpRequestOptions[] = [];
	/** Requests that went out without a token. */
	readonly strangers: IHttpRequestOptions[] = [];
	elsewhere: () => Answer = () => ({ status: 200, body: streamOf('%PDF-1.4') });
	timeoutMs = 5_000;

	constructor(onRequest?: (call: number) => Answer) {
		let call = 0;
		this.host.partner.onRequest = () => onRequest?.((call += 1)) ?? { status: 200, body: streamOf('%PDF-', '1.4') };
	}

	async sender(): Promise<Sender> {
		const context = {
			getNode: () => testNode,
			getCredentials: async () => await Promise.resolve(this.host.getCredentials()),
			getExecutionCancelSignal: () => this.cancel.signal,
			logger: {},
			helpers: {
				httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions, more: { credentialsDecrypted: { data: never } }) => {
					this.sent.push(options);
					return await this.host.httpRequestWithAuthentication(options, more.credentialsDecrypted.data);
				},
				httpRequest: async (options: IHttpRequestOptions) => {
					this.strangers.push(options);
					const { status, headers = {}, body } = await Promise.resolve().then(this.elsewhere);
					return { statusCode: status, headers, body };
				},
			},
		} as unknown as HostContext;
		return await createSender(context, {
			partner: 'Partner', credentialType: 'partnerApi', timeoutMs: this.timeoutMs, secretFields: ['clientSecret'], account: () => [],
		});
	}

	async read(target: PartnerRequest | Link = READ, take = whole): Promise<{ status: number; text: string; address: string }> {
		return await (await this.sender()).open(target, take);
	}

	async failure(target?: PartnerRequest | Link): Promise<Failure> {
		return await this.read(target).then(
			() => Promise.reject(new Error('It did not fail')),
			(error: unknown) => (error instanceof Failure ? error : Promise.reject(error as Error)),
		);
	}
}

async function whole({ status, address, body }: OpenAnswer) {
	return { status, address: address.href, text: (await body.text(1_000_000)).text };
}

describe('a read of what may be large', () => {
	it('hands on the answer as it comes, with the address that was asked', async () => {
		const run = new Run();
		expect(await run.read()).toEqual({ status: 200, address: `${API}/proof/7`, text: '%PDF-1.4' });
		expect(run.sent[0]).toMatchObject({ encoding: 'stream', returnFullResponse: true, disableFollowRedirect: true, headers: { 'Accept-Encoding': 'identity' } });
		expect(run.host.partner.requests[0]?.token).toBe('token-1');
	});

	it('hands on a redirect that says whereto', async () => {
		const run = new Run(() => ({ status: 302, headers: { location: '/x' }, body: streamOf() }));
		expect(await run.read()).toMatchObject({ status: 302 });
	});

	it('gets a new token where the token was revoked, and lets go of the first answer', async () => {
		const refused = streamOf('{"message":"expired"}');
		const run = new Run(() => ({ status: 200, body: streamOf('%PDF-1.4') }));
		await run.read();
		run.host.partner.revokeAll();
		const request = run.host.partner.httpRequest.bind(run.host.partner);
		Object.assign(run.host.partner, {
			httpRequest: async (options: IHttpRequestOptions) => {
				const answer = await request(options);
				return answer.statusCode === 401 ? { ...answer, body: refused } : answer;
			},
		});
		expect((await run.read()).text).toBe('%PDF-1.4');
		expect(refused.destroyed).toBe(true);
		expect(run.host.partner.requests.at(-1)?.token).toBe('token-2');
	});

	it('leaves no connection open, whatever is done with the answer', async () => {
		const streams: Readable[] = [];
		const run = new Run(() => {
			streams.push(streamOf('x'.repeat(5000), 'y'));
			return { status: 200, body: streams.at(-1) };
		});
		await run.read(READ, () => Promise.resolve({ status: 0, address: '', text: '' }));
		await expect(run.read(READ, () => Promise.reject(new Error('not mine')))).rejects.toThrow('not mine');
		expect(streams.map(({ destroyed }) => destroyed)).toEqual([true, true]);
	});
});

describe('an answer that is no success', () => {
	it.each([
		[404, '{"code":"NotFound","message":"No such proof"}', 'notFound', 'Partner does not know what was asked for (404): No such proof'],
		[400, '<html><body>Bad <b>id</b></body></html>', 'validation', 'Partner did not accept the request (400): Bad id'],
		[403, '', 'permission', 'Partner does not allow this (403)'],
		[302, '', 'configuration', 'Partner answered with a redirect (302)'],
	])('with %s is a failure with the words of the partner', async (status, body, kind, message) => {
		expect(await new Run(() => ({ status, body: streamOf(body) })).failure()).toMatchObject({ kind, message, details: { status } });
	});

	it('shows no secret that the partner echoes, and reads no endless error', async () => {
		const run = new Run(() => ({ status: 400, body: streamOf(`{"message":"no ${SECRET}"}`.padEnd(500_000)) }));
		const failure = await run.failure();
		expect(JSON.stringify(failure)).not.toContain(SECRET);
		expect(failure.message).toContain('[hidden]');
	});
});

describe('what may pass', () => {
	it('is tried again: an outage, and a body that breaks off', async () => {
		const replies = [{ status: 503, body: streamOf('down') }, { status: 200, body: streamOf('%PDF-', CUT) }, { status: 200, body: streamOf('%PDF-1.4') }];
		const run = new Run((call) => replies[call - 1]!);
		expect((await run.read()).text).toBe('%PDF-1.4');
		expect(run.sent).toHaveLength(3);
	});

	it('is given up in the end, and told', async () => {
		const run = new Run(() => ({ status: 200, body: streamOf('%PDF-', CUT) }));
		const failure = await run.failure();
		expect(failure).toMatchObject({ kind: 'outage', message: 'The connection to Partner broke before the answer was complete' });
		expect(failure.details.advice).toContain(`It was tried ${MOST_TRIES} times.`);
	}, 30_000);

	it('is a silence in the middle of a body, too', async () => {
		const replies = [{ status: 200, body: silentAfter('%PDF-') }, { status: 200, body: streamOf('%PDF-1.4') }];
		const run = new Run((call) => replies[call - 1]!);
		run.timeoutMs = 100;
		expect((await run.read()).text).toBe('%PDF-1.4');
	});
});

describe('a link', () => {
	it('to somebody else is asked without the token', async () => {
		const run = new Run();
		expect(await run.read(ELSEWHERE)).toEqual({ status: 200, address: ELSEWHERE.url, text: '%PDF-1.4' });
		expect(run.sent).toEqual([]);
		expect(run.strangers).toMatchObject([{ method: 'GET', url: ELSEWHERE.url, encoding: 'stream', disableFollowRedirect: true }]);
		expect(JSON.stringify(run.strangers)).not.toMatch(/authorization|bearer|token/i);
	});

	it('to the API is asked with the token', async () => {
		const run = new Run();
		expect((await run.read(AT_API)).address).toBe(AT_API.url);
		expect(run.strangers).toEqual([]);
		expect(run.host.partner.requests).toMatchObject([{ url: AT_API.url, token: 'token-1' }]);
	});

	it.each([[401], [403], [404], [410], [302]])('that answers %s is a broken answer of the partner: the item asked for the right thing', async (status) => {
		const run = new Run();
		run.elsewhere = () => ({ status, body: streamOf('{"message":"Link expired"}') });
		const failure = await run.failure(ELSEWHERE);
		expect(failure).toMatchObject({ kind: 'brokenAnswer', details: { status } });
		expect(failure.message).toMatch(/^File server cdn\.example\.com .*Link expired$/);
		expect(failure.details.advice).toContain('Partner gave a link that does not work');
		expect(failure.message).not.toContain('sig=1');
	});

	it('that cannot be reached is tried again, then told', async () => {
		const run = new Run();
		run.elsewhere = () => {
			throw Object.assign(new Error(`connect ECONNREFUSED ${SECRET}`), { code: 'ECONNREFUSED' });
		};
		const failure = await run.failure(ELSEWHERE);
		expect(failure).toMatchObject({ kind: 'outage', message: 'File server cdn.example.com could not be reached' });
		expect(run.strangers).toHaveLength(MOST_TRIES);
	}, 30_000);
});

describe('a stopped execution', () => {
	it.each([['before anything is asked', READ], ['before a link is asked', ELSEWHERE]])('asks nothing more: %s', async (_name, target) => {
		const run = new Run();
		run.cancel.abort();
		expect((await run.failure(target)).kind).toBe('cancelled');
		expect([...run.sent, ...run.strangers]).toEqual([]);
	});

	it('ends in the middle of a body', async () => {
		const body = silentAfter('%PDF-');
		const run = new Run(() => ({ status: 200, body }));
		const work = run.failure();
		await new Promise((resolve) => setTimeout(resolve, 50));
		run.cancel.abort();
		// As the host's client does with a request whose signal fires.
		body.destroy(new Error('canceled'));
		expect((await work).kind).toBe('cancelled');
	});
});
