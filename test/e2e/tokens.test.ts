import { setTimeout as sleep } from 'node:timers/promises';

import { ensureHost, packPackage, startN8n, type N8nInstance } from '../../host';
import type { Fault } from '../../sandbox/core/faults';
import { failuresIn, runItems, type Outcome } from '../support/tokens/manyItems';
import { PARTNERS_HERE, type PartnerUnderTest } from '../support/tokens/partnerUnderTest';
import { answerJson, RawPartner } from '../support/partner/rawPartner';
import { Preloaded } from '../support/process/preloaded';
import { type TokenTrial, trialsOfTests, waysOf, type Way } from '../support/tokens/tokenTrial';
import { TOKEN_WORDS } from '../support/tokens/tokenWords';

/**
 * The token engine in a real n8n, with the packed package, stated as what the partner sees. Each case has a partner on a
 * port of its own, so that n8n's process knows no token for it.
 */
jest.setTimeout(120_000);

const WRONG_SECRET = 'wrong-secret-4711';
const NEW_SECRET = 'another-secret-of-the-sandbox';
/** The life of tokens that are to get past their margin, and how far n8n's clock goes ahead for it: to the last tenth of that life. */
const AGING = { lifeSeconds: 300, stepMs: 275_000 };

let n8n: N8nInstance;
let clock: Preloaded;
const { begin } = trialsOfTests(() => n8n);

beforeAll(async () => {
	const host = await ensureHost({ version: process.env.E2E_N8N_VERSION });
	clock = await Preloaded.make(require.resolve('../support/process/clock.cjs'));
	n8n = await startN8n({ host, packages: [await packPackage()], env: { ...clock.env, CLOCK_STEP_MS: String(AGING.stepMs) } });
}, 900_000);

afterAll(async () => {
	await n8n?.stop();
	await clock?.close();
});

/** All of 100 items came to something. */
function expectAllWell(outcome: Outcome): void {
	expect(failuresIn(outcome).slice(0, 1)).toEqual([]);
	expect(outcome.error).toBeUndefined();
	expect(outcome.items).toHaveLength(100);
}

function expectNoneWell(outcome: Outcome): void {
	expect(failuresIn(outcome)).toHaveLength(100);
}

describe.each(PARTNERS_HERE.map((partner) => ({ credentialType: partner.credentialType, partner })))('$credentialType', ({ partner }) => {
	describe.each(waysOf(partner))('in %s', (way) => {
		it('100 items and no token yet cost one token call', async () => {
			const trial = await begin(partner);
			// The token takes its time, so that all items of a moment meet while it is on its way.
			trial.sandbox.control.fault({ operationId: partner.tokenOperation, kind: 'latency', ms: 300 });
			expectAllWell(await trial.run(way));
			expect(trial.seen()).toEqual({ tokenCalls: 1, accepted: 100, refused: 0 });
		});

		it('a good token costs no further call', async () => {
			const trial = await begin(partner);
			await trial.run(way, 3);
			expect(await trial.seenDuring(async () => expectAllWell(await trial.run(way)))).toEqual({ tokenCalls: 0, accepted: 100, refused: 0 });
		});

		it('a token that the partner revoked is replaced by one token call, and all 100 items succeed, or the next 100', async () => {
			const trial = await begin(partner);
			await trial.run(way, 3);
			expect(trial.sandbox.control.revokeTokens()).toBe(1);
			// Answers take their time, so that many requests are under way when the first refusal comes back.
			trial.sandbox.control.change({ latencyMs: 200 });
			if (way === 'the HTTP Request node') {
				// It sends again only with a token that n8n has stored. The one that was refused is laid aside, and no more is lost.
				const outcome = await trial.run(way);
				for (const failure of failuresIn(outcome)) expect(failure).toMatch(/Authorization failed|401/);
				expect(await trial.seenDuring(async () => expectAllWell(await trial.run(way)))).toMatchObject({ accepted: 100, refused: 0 });
				expect(trial.seen().tokenCalls).toBe(2);
				return;
			}
			const seen = await trial.seenDuring(async () => expectAllWell(await trial.run(way)));
			expect(seen).toMatchObject({ tokenCalls: 1, accepted: 100 });
			// Only what was on its way when the first refusal came back.
			expect(seen.refused).toBeLessThanOrEqual(50);
		});

		it('a wrong secret costs one token call for 100 items, each an error that says what to check', async () => {
			const trial = await begin(partner, { entered: { [partner.fields.secret]: WRONG_SECRET } });
			const outcome = await trial.run(way);
			const failures = failuresIn(outcome);
			expect(failures).toHaveLength(100);
			for (const failure of failures) {
				expect(failure).toContain(`Token request: ${partner.name} refused the client id or secret (${partner.refusedStatus})`);
				expect(failure).toContain('Check client id, client secret and environment');
			}
			expect(JSON.stringify(outcome.execution)).not.toContain(WRONG_SECRET);
			expect(trial.seen()).toEqual({ tokenCalls: 1, accepted: 0, refused: 0 });
			// The cool-down holds for the next run as well.
			expect(await trial.seenDuring(async () => await trial.run(way))).toEqual({ tokenCalls: 0, accepted: 0, refused: 0 });
		});

		it('after an edit of the secret the old token is never sent again', async () => {
			const { fields } = partner;
			const trial = await begin(partner);
			await trial.run(way, 3);
			const [old] = trial.tokensSent();

			await trial.edit({ [fields.secret]: WRONG_SECRET });
			expect(await trial.seenDuring(async () => expectNoneWell(await trial.run(way)))).toEqual({ tokenCalls: 1, accepted: 0, refused: 0 });

			trial.sandbox.client.clientSecret = NEW_SECRET;
			await trial.edit({ [fields.secret]: NEW_SECRET });
			expect(await trial.seenDuring(async () => expectAllWell(await trial.run(way)))).toEqual({ tokenCalls: 1, accepted: 100, refused: 0 });
			// Every token that was sent since came after the old one.
			const sent = trial.tokensSent();
			expect(sent).toHaveLength(2);
			expect(sent[0]).toBe(old);
			expect(lastTokens(trial, 100)).toEqual([sent[1]]);
		});

		it('a secret that was wrong for a while and is right again sends all items, and none in between', async () => {
			const { fields } = partner;
			const trial = await begin(partner);
			await trial.run(way, 3);
			const { [fields.secret]: secret = '' } = partner.credentialData(trial.sandbox);
			await trial.edit({ [fields.secret]: WRONG_SECRET });
			expect(await trial.seenDuring(async () => await trial.run(way))).toEqual({ tokenCalls: 1, accepted: 0, refused: 0 });
			await trial.edit({ [fields.secret]: secret });
			const seen = await trial.seenDuring(async () => await trial.run(way));
			expect(seen).toMatchObject({ accepted: 100, refused: 0 });
			// The token of the right secret has not ended: it may go on, and none but it is asked for.
			expect(seen.tokenCalls).toBeLessThanOrEqual(1);
		});

		it('after an edit of the client id nothing is sent with the old token', async () => {
			const { fields } = partner;
			const trial = await begin(partner);
			await trial.run(way, 3);
			const [old] = trial.tokensSent();
			await trial.edit({ [fields.clientId]: 'somebody-else' });
			expect(await trial.seenDuring(async () => expectNoneWell(await trial.run(way)))).toMatchObject({ accepted: 0, refused: 0 });

			trial.sandbox.client.clientId = partner.clientIdAtPartner?.('renamed-client') ?? 'renamed-client';
			await trial.edit({ [fields.clientId]: 'renamed-client' });
			expect(await trial.seenDuring(async () => await trial.run(way))).toEqual({ tokenCalls: 1, accepted: 100, refused: 0 });
			expect(lastTokens(trial, 100)).not.toContain(old);
		});

		it('after an edit of the base URL the other host gets a token of its own', async () => {
			const [trial, other] = [await begin(partner), await begin(partner)];
			await trial.run(way, 3);
			await trial.edit(partner.at(other.sandbox.url));
			const atFirst = await trial.seenDuring(async () => await trial.run(way, 100, other.sandbox));
			expect(atFirst).toEqual({ tokenCalls: 0, accepted: 0, refused: 0 });
			expect(other.seen()).toEqual({ tokenCalls: 1, accepted: 100, refused: 0 });
			expect(other.tokensSent()).not.toEqual(expect.arrayContaining(trial.tokensSent()));
		});

		it('localhost and 127.0.0.1 are two environments', async () => {
			const trial = await begin(partner);
			await trial.run(way, 3);
			await trial.edit(partner.at(trial.sandbox.url.replace('127.0.0.1', 'localhost')));
			const renamed = { url: trial.sandbox.url.replace('127.0.0.1', 'localhost') };
			expect(await trial.seenDuring(async () => await trial.run(way, 100, renamed))).toEqual({ tokenCalls: 1, accepted: 100, refused: 0 });
			expect(lastTokens(trial, 100)).toEqual([trial.tokensSent()[1]]);
		});
	});

	describe('the test of the credential', () => {
		it('succeeds with the right values', async () => {
			expect(await (await begin(partner)).test()).toMatchObject({ status: 'OK' });
		});

		it('says that the token was refused, and never shows the secret', async () => {
			const { status, message } = await (await begin(partner)).test({ [partner.fields.secret]: WRONG_SECRET });
			expect(status).toBe('Error');
			expect(message).toContain(`Token request: ${partner.name} refused the client id or secret`);
			expect(message).not.toContain(WRONG_SECRET);
		});

		it('says that the API did not accept the token', async () => {
			const trial = await begin(partner);
			trial.sandbox.control.fault({ operationId: partner.testOperation, kind: 'status', status: 401, times: 0 });
			const { status, message } = await trial.test();
			expect(status).toBe('Error');
			expect(message).toContain(`API call: ${partner.name} handed out a token, but its API does not accept it`);
		});

		it('says that the host was not reached', async () => {
			const { status, message } = await (await begin(partner)).test(partner.at('http://127.0.0.1:9'));
			expect(status).toBe('Error');
			expect(message).toContain('Token request: 127.0.0.1:9 could not be reached');
		});
	});

	it.each<[string, Omit<Fault, 'operationId'>]>([
		['answered 500', { kind: 'status', status: 500 }],
		['answered 404', { kind: 'status', status: 404 }],
		['answered 429', { kind: 'status', status: 429 }],
		['whose connection is cut', { kind: 'cut' }],
	])('a POST through the HTTP Request node %s is sent once', async (_what, fault) => {
		const trial = await begin(partner);
		const { post } = partner;
		const good = await trial.call(post);
		expect(failuresIn(good)).toEqual([]);

		trial.sandbox.control.fault({ operationId: post.operationId, ...fault, times: 0 });
		const before = trial.sandbox.control.counts().operations[post.operationId]?.received ?? 0;
		expect(before).toBe(1);
		expect(failuresIn(await trial.call(post))).toHaveLength(1);
		expect(trial.sandbox.control.counts().operations[post.operationId]?.received).toBe(2);

		// And what comes after goes well again.
		trial.sandbox.control.clearFaults();
		expect(failuresIn(await trial.call(post))).toEqual([]);
		expect(trial.seen(post.operationId).refused).toBe(0);
	});

	it('the HTTP Request node sends the token to no other host', async () => {
		const [trial, other] = [await begin(partner), await begin(partner)];
		await trial.run('the HTTP Request node', 3);
		const outcome = await trial.run('the HTTP Request node', 3, other.sandbox);
		expect(failuresIn(outcome)).toHaveLength(3);
		for (const failure of failuresIn(outcome)) expect(failure).toContain('its token is sent nowhere else');
		expect(other.seen()).toEqual({ tokenCalls: 0, accepted: 0, refused: 0 });
	});

	it('the HTTP Request node takes the token along no redirect, and to no subdomain', async () => {
		// A server that is also the proxy, so that names need no name server.
		const server = await RawPartner.start();
		const seen: Array<{ host: string | undefined; hasToken: boolean }> = [];
		const trial = await begin(partner);
		const url = trial.sandbox.url.replace('127.0.0.1', 'localhost');
		const { host } = new URL(url);
		server.handle = (request, response) => {
			seen.push({ host: request.headers.host, hasToken: request.headers.authorization !== undefined });
			if (request.headers.host === host) response.writeHead(302, { location: `http://evil.${host}/caught` }).end();
			else answerJson(response, {});
		};
		await trial.edit(partner.at(url));
		const { parameters, ...node } = trial.node('the HTTP Request node', { url });
		const options = { proxy: server.url, redirect: { redirect: { followRedirects: true, maxRedirects: 21 } } };
		const outcome = await runItems(n8n, { ...node, parameters: { ...parameters, options } }, 1);
		await server.close();
		expect(failuresIn(outcome)).toHaveLength(1);
		// It was asked with the token, and nobody else was asked at all.
		expect(new Set(seen.map((asked) => `${asked.host} ${asked.hasToken}`))).toEqual(new Set([`${host} true`]));
	});
});

describe('a token past its margin, not yet at its end', () => {
	const cases = PARTNERS_HERE.flatMap((partner) => waysOf(partner).map((way) => ({ credentialType: partner.credentialType, way, partner })));
	/** So few that they are through before the token ends. */
	const FEW = 5;

	/** A trial of which n8n has a token past its margin. For the partner no time has passed. */
	const beginAged = async (partner: PartnerUnderTest, way: Way): Promise<TokenTrial> => {
		const trial = await begin(partner);
		trial.sandbox.control.change({ tokenLifeSeconds: AGING.lifeSeconds });
		expect(failuresIn(await trial.run(way, 3))).toEqual([]);
		await clock.ask<number>(n8n);
		return trial;
	};

	it.each(cases)('goes on while $credentialType in $way is given no new one', async ({ partner, way }) => {
		const trial = await beginAged(partner, way);
		trial.sandbox.control.fault({ operationId: partner.tokenOperation, kind: 'status', status: 503, times: 0 });
		const seen = await trial.seenDuring(async () => expect(failuresIn(await trial.run(way, FEW))).toEqual([]));
		expect(seen).toEqual({ tokenCalls: 1, accepted: FEW, refused: 0 });
		expect(trial.tokensSent()).toHaveLength(1);
	});

	it.each(cases)('is renewed by one token call, and not sent again, with $credentialType in $way', async ({ partner, way }) => {
		const trial = await beginAged(partner, way);
		const seen = await trial.seenDuring(async () => expect(failuresIn(await trial.run(way, FEW))).toEqual([]));
		expect(seen).toEqual({ tokenCalls: 1, accepted: FEW, refused: 0 });
		expect(lastTokens(trial, FEW)).toEqual([trial.tokensSent()[1]]);
	});
});

it.each(PARTNERS_HERE.map((partner) => ({ credentialType: partner.credentialType, partner })))('after a restart each credential of $credentialType costs one token call and no refusal, be its token good still or ended', async ({ partner }) => {
	const ways = waysOf(partner);
	const lasting = await Promise.all(ways.map(async () => await begin(partner)));
	const shortLived = await Promise.all(ways.map(async () => await begin(partner)));
	for (const [at, way] of ways.entries()) {
		await lasting[at]?.run(way);
		shortLived[at]?.sandbox.control.change({ tokenLifeSeconds: 4 });
		await shortLived[at]?.run(way, 3);
		shortLived[at]?.sandbox.control.change({ tokenLifeSeconds: 3600 });
	}
	const endedAtMs = Date.now() + 4_000;
	await n8n.restart();
	await sleep(Math.max(0, endedAtMs - Date.now()));
	for (const [at, way] of ways.entries()) {
		const [good, ended] = [lasting[at], shortLived[at]];
		expect(await good?.seenDuring(async () => await good.run(way))).toEqual({ tokenCalls: 1, accepted: 100, refused: 0 });
		expect(await ended?.seenDuring(async () => await ended.run(way))).toEqual({ tokenCalls: 1, accepted: 100, refused: 0 });
	}
});

it('nothing that n8n printed holds a token or a secret', () => {
	const logs = n8n.logs();
	expect(logs).toContain('Editor is now accessible');
	expect(logs).not.toMatch(TOKEN_WORDS);
	for (const secret of [WRONG_SECRET, NEW_SECRET]) expect(logs).not.toContain(secret);
});

/** The tokens of the last so many ordinary calls. */
function lastTokens({ sandbox, partner }: TokenTrial, count: number): Array<string | null> {
	const requests = sandbox.control.requests(partner.get.operationId).slice(-count);
	return [...new Set(requests.map(({ tokenFingerprint }) => tokenFingerprint))];
}
