import { inXCoverSandbox, type Signing, type XCoverCaller } from './support';

let caller: XCoverCaller;

inXCoverSandbox((ready) => (caller = ready));

const off = (ms: number) => new Date(Date.now() + ms).toUTCString();

describe('a signed request', () => {
	it.each<[string, Signing]>([
		['of its date, with SHA-512', {}],
		['with SHA-256', { algorithm: 'hmac-sha256' }],
		['with SHA-384', { algorithm: 'hmac-sha384' }],
		['of target and date, named in this order', { names: '(request-target) date' }],
		['of date and target', { names: 'date (request-target)' }],
		['with the other key of the partner', { key: 'sandbox-live-key-not-real', secret: 'live-sandbox-signing-secret-not-real' }],
		['whose escapes are in small letters', { encode: (signature) => encodeURIComponent(signature).replace(/%../g, (escape) => escape.toLowerCase()) }],
		['two minutes old', { date: off(-120_000) }],
		['from a clock that is two minutes ahead', { date: off(120_000) }],
	])('is let in %s', async (_what, how) => {
		expect((await caller.sign('GET bookings/?limit=1', undefined, how)).status).toBe(200);
	});

	it.each<[string, Signing & { partnerCode?: string }]>([
		['with an unknown key', { key: 'nobody' }],
		['with another key in the signature than beside it', { keyId: 'nobody' }],
		['with a wrong secret', { secret: 'guess' }],
		['with SHA-1', { algorithm: 'hmac-sha1' }],
		['that is not percent-encoded', { encode: (signature) => signature }],
		['with an escape that is none', { encode: () => '%zz' }],
		['of its target alone', { names: '(request-target)' }],
		['of a header that is not there', { names: 'date digest' }],
		['of another partner', { partnerCode: 'OTHER' }],
	])('is refused with 403 %s', async (_what, how) => {
		const { status, body } = await caller.sign('GET bookings/', undefined, how);
		expect([status, body]).toEqual([403, { type: 'auth_error', message: 'You do not have permission to access this url' }]);
	});

	it.each([['older', -301_000], ['younger', 400_000]])('is refused when its date is more than five minutes %s, in words about the date', async (_what, ms) => {
		const { status, body } = await caller.sign('GET bookings/', undefined, { date: off(ms) });
		expect([status, body.type, body.message]).toEqual([403, 'auth_error', expect.stringContaining('date')]);
	});

	it('may be of any age where nobody looks, or the tolerance is wide', async () => {
		caller.sandbox.control.change({ dateToleranceMs: null });
		expect((await caller.sign('GET bookings/', undefined, { date: off(-9e9) })).status).toBe(200);
		caller.sandbox.control.change({ dateToleranceMs: 1000, signatureClockAheadMs: -60_000 });
		expect([(await caller.sign('GET bookings/')).status, (await caller.sign('GET bookings/', undefined, { date: off(-60_000) })).status]).toEqual([403, 200]);
	});

	it('is not aged by the clock that bookings go by', async () => {
		caller.later(72 * 3_600_000);
		expect((await caller.sign('GET bookings/')).status).toBe(200);
	});

	it('does nothing where it is refused', async () => {
		await caller.sign('POST bookings/K4PLM-22TRX-INS/cancel', {}, { secret: 'guess' });
		expect(caller.sandbox.signedBookings().find(({ id }) => id === 'K4PLM-22TRX-INS')?.status).toBe('CONFIRMED');
	});

	it('is needed: without one, and with a token in its place, 403', async () => {
		const url = `${caller.sandbox.signedUrl}/partners/${caller.sandbox.signer.partnerCode}/bookings/`;
		const answers = await Promise.all([fetch(url), fetch(url, { headers: { authorization: 'Bearer some' } })]);
		expect(answers.map(({ status }) => status)).toEqual([403, 403]);
	});

	it('leaves neither key nor signature in the log', async () => {
		await caller.sign('GET bookings/');
		const log = JSON.stringify(caller.sandbox.control.requests());
		const { apiKey, apiSecret } = caller.sandbox.signer;
		expect([apiKey, apiSecret, 'Signature', 'signature'].filter((secret) => log.includes(secret))).toEqual([]);
	});
});

describe('requests beyond a limit', () => {
	it('are answered with 429, the words that were seen, and when to come again', async () => {
		caller.sandbox.control.change({ testKeyCallsPerSecond: 2, throttleWindowMs: 600_000 });
		const answers = [await caller.sign('GET bookings/'), await caller.sign('GET bookings/'), await caller.sign('GET bookings/')];
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
		expect([answers[2]?.body.message, answers[2]?.headers.get('retry-after')]).toEqual(['Request was throttled. Expected available in 1 second.', '1']);
	});

	it('are counted apart for offers and others, and for a key that is not for tests without its limit', async () => {
		caller.sandbox.control.change({ otherCallsPerSecond: 1, testKeyCallsPerSecond: 1, throttleWindowMs: 600_000 });
		const { liveSigner } = caller.sandbox;
		const live = { key: liveSigner.apiKey, secret: liveSigner.apiSecret };
		const statuses = [];
		for (const call of ['POST offers/none/confirm/', 'POST offers/none/confirm/', 'GET bookings/', 'GET bookings/']) statuses.push((await caller.sign(call, call.startsWith('POST') ? {} : undefined, live)).status);
		expect(statuses).toEqual([422, 422, 200, 429]);
	});

	it('are let in again once the second is over, and none is counted unless that is set', async () => {
		for (let count = 0; count < 5; count += 1) expect((await caller.sign('GET bookings/')).status).toBe(200);
		caller.sandbox.control.change({ otherCallsPerSecond: 1, throttleWindowMs: 600_000 });
		expect((await caller.sign('GET bookings/')).status).toBe(429);
		caller.sandbox.control.change({ throttleWindowMs: 0 });
		expect((await caller.sign('GET bookings/')).status).toBe(200);
	});
});
