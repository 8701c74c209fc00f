import { Failure, type FailureKind } from '../../../../engine/failure';
import type { HeldToken } from '../../../../engine/token/heldToken';
import { callLimits } from '../../../../engine/token/limits';
import { TokenStore } from '../../../../engine/token/store';
import { Clock } from '../../../support/partner/partner';

const HOUR = 3600;

/** One identity's token calls at a partner, each of which is answered when the test says so. */
class Calls {
	readonly waiting: Array<{ answer: (held: HeldToken) => void; fail: (error: unknown) => void }> = [];
	made = 0;

	readonly fetch = async (): Promise<HeldToken> => {
		this.made += 1;
		return await new Promise((answer, fail) => this.waiting.push({ answer, fail }));
	};

	next() {
		const call = this.waiting.shift();
		if (!call) throw new Error('No call is waiting');
		return call;
	}
}

function failure(kind: FailureKind, retryAfterMs?: number): Failure {
	return new Failure(kind, `made-up ${kind}`, { advice: 'None.', retryAfterMs });
}

describe('the token store', () => {
	let clock: Clock;
	let store: TokenStore;
	let made: number;

	beforeEach(() => {
		clock = new Clock();
		store = new TokenStore(clock.now);
		made = 0;
	});

	const held = (token: string, lifeSeconds = HOUR, ageSeconds = 0): HeldToken => {
		const issuedAtMs = clock.nowMs - ageSeconds * 1000;
		return { token, issuedAtMs, expiresAtMs: issuedAtMs + lifeSeconds * 1000 };
	};
	const giving = (token: string, lifeSeconds = HOUR) => async (): Promise<HeldToken> => {
		made += 1;
		return held(token, lifeSeconds);
	};
	const failing = (error: unknown) => async (): Promise<HeldToken> => {
		made += 1;
		throw error;
	};
	const tokenOf = async (fetch: () => Promise<HeldToken>, identity = 'a'): Promise<string> =>
		(await store.obtain(identity, fetch)).token;

	describe('with many callers', () => {
		it('makes one call, whose token all get', async () => {
			const calls = new Calls();
			const all = Array.from({ length: 100 }, () => tokenOf(calls.fetch));
			calls.next().answer(held('t1'));
			expect(new Set(await Promise.all(all))).toEqual(new Set(['t1']));
			expect(calls.made).toBe(1);
		});

		it('makes one call, whose failure all get', async () => {
			const calls = new Calls();
			const all = Array.from({ length: 100 }, () => tokenOf(calls.fetch));
			calls.next().fail(failure('outage'));
			const outcomes = await Promise.allSettled(all);
			expect(outcomes.every((outcome) => outcome.status === 'rejected' && outcome.reason.kind === 'outage')).toBe(true);
			expect(calls.made).toBe(1);
		});

		it('makes a call for each identity and mixes none up', async () => {
			const [a, b] = [new Calls(), new Calls()];
			const both = [tokenOf(a.fetch, 'a'), tokenOf(b.fetch, 'b')];
			b.next().answer(held('for-b'));
			a.next().answer(held('for-a'));
			expect(await Promise.all(both)).toEqual(['for-a', 'for-b']);
			expect(store.usable('a')?.token).toBe('for-a');
			expect(store.usable('b')?.token).toBe('for-b');
		});

		it('does not fail where the call fails without a failure of ours, but says so', async () => {
			await expect(tokenOf(failing(new TypeError('x is undefined')))).rejects.toMatchObject({
				kind: 'outage',
				message: 'The token could not be fetched',
			});
		});
	});

	describe('as time passes', () => {
		it.each([
			['an hour: five minutes before', HOUR, 3299, 3300],
			['a day: five minutes before', 24 * HOUR, 24 * HOUR - 301, 24 * HOUR - 300],
			['ten minutes: one minute before', 600, 539, 540],
			['a minute: six seconds before', 60, 53, 54],
		])('renews a token that lives %s', async (_life, lifeSeconds, stillGood, renewed) => {
			await tokenOf(giving('t1', lifeSeconds));
			clock.passSeconds(stillGood);
			expect(await tokenOf(giving('t2'))).toBe('t1');
			clock.passSeconds(renewed - stillGood);
			expect(store.usable('a')).toBeUndefined();
			expect(await tokenOf(giving('t2'))).toBe('t2');
		});

		it('does not trust a token from the future: the clock was moved', async () => {
			await tokenOf(giving('t1'));
			clock.passSeconds(-2 * HOUR);
			expect(await tokenOf(giving('t2'))).toBe('t2');
			expect(store.usable('a')?.token).toBe('t2');
		});

		it.each(['outage', 'rateLimit', 'configuration', 'brokenAnswer'] as const)(
			'goes on with a token past its margin where renewing it ends in %s',
			async (kind) => {
				await tokenOf(giving('t1'));
				clock.passSeconds(3400);
				expect(await tokenOf(failing(failure(kind)))).toBe('t1');
				expect(store.usable('a')?.token).toBe('t1');
				expect(made).toBe(2);
			},
		);

		it('stops that where the client is refused: it may have been locked', async () => {
			await tokenOf(giving('t1'));
			clock.passSeconds(3400);
			await expect(tokenOf(failing(failure('authentication')))).rejects.toMatchObject({ kind: 'authentication' });
			expect(store.usable('a')).toBeUndefined();
		});

		it('stops that at the end of the token', async () => {
			await tokenOf(giving('t1'));
			clock.passSeconds(3599);
			await tokenOf(failing(failure('outage')));
			clock.passSeconds(1);
			await expect(tokenOf(failing(failure('outage')))).rejects.toMatchObject({ kind: 'outage' });
		});
	});

	describe('remembering a failed call', () => {
		it.each([
			['authentication', 60],
			['configuration', 60],
			['brokenAnswer', 60],
			['rateLimit', 60],
			['outage', 10],
		] as const)('of kind %s for %i s', async (kind, seconds) => {
			const failed = failing(failure(kind));
			await expect(tokenOf(failed)).rejects.toMatchObject({ kind });
			clock.passSeconds(seconds - 0.001);
			await expect(tokenOf(failed)).rejects.toMatchObject({ kind });
			expect(made).toBe(1);
			clock.passSeconds(0.001);
			expect(await tokenOf(giving('t1'))).toBe('t1');
		});

		it('as long as the partner asks, if that is longer', async () => {
			await expect(tokenOf(failing(failure('rateLimit', 300_000)))).rejects.toMatchObject({ kind: 'rateLimit' });
			clock.passSeconds(299);
			await expect(tokenOf(giving('t1'))).rejects.toMatchObject({ kind: 'rateLimit' });
			clock.passSeconds(1);
			expect(await tokenOf(giving('t1'))).toBe('t1');
		});

		it('no longer than a quarter of an hour, however absurd the partner asks', async () => {
			await expect(tokenOf(failing(failure('outage', Infinity)))).rejects.toMatchObject({ kind: 'outage' });
			clock.passSeconds(15 * 60);
			expect(await tokenOf(giving('t1'))).toBe('t1');
		});

		it('for that identity only', async () => {
			await expect(tokenOf(failing(failure('authentication')), 'a')).rejects.toMatchObject({ kind: 'authentication' });
			expect(await tokenOf(giving('t1'), 'b')).toBe('t1');
		});
	});

	describe('a refused token', () => {
		it('is never used again, not even while a new one cannot be had', async () => {
			await tokenOf(giving('t1'));
			clock.passSeconds(120);
			store.refuse('a', 't1');
			expect(store.usable('a')).toBeUndefined();
			await expect(tokenOf(failing(failure('outage')))).rejects.toMatchObject({ kind: 'outage' });
		});

		it('makes way for a new one, once', async () => {
			await tokenOf(giving('t1'));
			clock.passSeconds(120);
			store.refuse('a', 't1');
			expect(await Promise.all([tokenOf(giving('t2')), tokenOf(giving('t3'))])).toEqual(['t2', 't2']);
			store.refuse('a', 't1');
			expect(await tokenOf(giving('t4'))).toBe('t2');
			expect(made).toBe(2);
		});

		it('that is new and never worked is not given up: another would not help', async () => {
			await tokenOf(giving('t1'));
			expect(store.refuse('a', 't1')).toBe(false);
			expect(await tokenOf(giving('t2'))).toBe('t1');
		});

		it('that is new and never worked is given up once a minute, where another process may have fetched a newer one', async () => {
			await tokenOf(giving('t1'));
			expect(store.refuse('a', 't1', true)).toBe(true);
			expect(await tokenOf(giving('t2'))).toBe('t2');
			expect(store.refuse('a', 't2', true)).toBe(false);
			expect(await tokenOf(giving('t3'))).toBe('t2');
		});

		it('that is new and did work is given up', async () => {
			await tokenOf(giving('t1'));
			store.accept('a', 't1');
			expect(store.refuse('a', 't1')).toBe(true);
			expect(await tokenOf(giving('t2'))).toBe('t2');
		});

		it('that served for a while is given up, three times in ten minutes at most', async () => {
			for (const token of ['t1', 't2', 't3']) {
				expect(await tokenOf(giving(token))).toBe(token);
				clock.passSeconds(61);
				expect(store.refuse('a', token)).toBe(true);
			}
			expect(await tokenOf(giving('t4'))).toBe('t4');
			clock.passSeconds(61);
			expect(store.refuse('a', 't4')).toBe(false);
			clock.passSeconds(7 * 60);
			expect(store.refuse('a', 't4')).toBe(true);
		});

		it('counts once, however many requests carried it', async () => {
			await tokenOf(giving('t1'));
			clock.passSeconds(61);
			for (let request = 0; request < 50; request += 1) expect(store.refuse('a', 't1')).toBe(true);
			expect(await tokenOf(giving('t2'))).toBe('t2');
			clock.passSeconds(61);
			expect(store.refuse('a', 't2')).toBe(true);
		});

		it('says nothing about a newer one, with which a request is worth sending again', async () => {
			await tokenOf(giving('t2'));
			expect(store.refuse('a', 't1')).toBe(true);
			expect(store.usable('a')?.token).toBe('t2');
		});

		it('that the partner hands out again fails once a minute, not once a request', async () => {
			await tokenOf(giving('same'));
			clock.passSeconds(61);
			store.refuse('a', 'same');
			for (let request = 0; request < 10; request += 1) {
				await expect(tokenOf(giving('same'))).rejects.toMatchObject({ kind: 'authentication' });
			}
			expect(made).toBe(2);
		});
	});

	describe('a fetched token', () => {
		it('that ended before it arrived fails once, not once a request', async () => {
			const late = async () => {
				const before = held('late', 1);
				clock.passSeconds(2);
				made += 1;
				return await Promise.resolve(before);
			};
			await expect(tokenOf(late)).rejects.toMatchObject({ kind: 'outage' });
			await expect(tokenOf(late)).rejects.toMatchObject({ kind: 'outage' });
			expect(made).toBe(1);
		});
	});

	describe('a doubted token', () => {
		it('makes way for a new one', async () => {
			await tokenOf(giving('t1'));
			store.doubt('a', 't1');
			expect(store.usable('a')).toBeUndefined();
			expect(await tokenOf(giving('t2'))).toBe('t2');
		});

		it('is doubted once by all requests that carried it', async () => {
			await tokenOf(giving('t1'));
			store.doubt('a', 't1');
			clock.passSeconds(59);
			store.doubt('a', 't1');
			await tokenOf(giving('t2'));
			clock.passSeconds(1);
			store.doubt('a', 't2');
			expect(store.usable('a')).toBeUndefined();
		});

		it('is followed by one that is not doubted within the same minute', async () => {
			await tokenOf(giving('t1'));
			store.doubt('a', 't1');
			await tokenOf(giving('t2'));
			clock.passSeconds(59);
			store.doubt('a', 't2');
			expect(store.usable('a')?.token).toBe('t2');
			clock.passSeconds(1);
			store.doubt('a', 't2');
			expect(store.usable('a')).toBeUndefined();
		});

		it('says nothing about a newer one', async () => {
			await tokenOf(giving('t2'));
			store.doubt('a', 't1');
			expect(store.usable('a')?.token).toBe('t2');
		});

		it('is good again where the partner hands out the same', async () => {
			await tokenOf(giving('same'));
			store.doubt('a', 'same');
			expect(await tokenOf(giving('same'))).toBe('same');
			expect(store.usable('a')?.token).toBe('same');
		});

		it('goes on where the partner cannot be asked: nothing says that it was refused', async () => {
			await tokenOf(giving('t1'));
			store.doubt('a', 't1');
			expect(await tokenOf(failing(failure('outage')))).toBe('t1');
			expect(store.usable('a')?.token).toBe('t1');
		});
	});

	describe('with a clock that was moved', () => {
		const DAY = 24 * HOUR;

		it.each<FailureKind>(['authentication', 'outage', 'rateLimit', 'configuration'])('back by a day asks again at once after a failure of kind %s', async (kind) => {
			await expect(tokenOf(failing(failure(kind, 600_000)))).rejects.toMatchObject({ kind });
			clock.passSeconds(-DAY);
			expect(await tokenOf(giving('t2'))).toBe('t2');
		});

		it('back by a day gives refused tokens up as before', async () => {
			for (const token of ['t1', 't2', 't3']) {
				await tokenOf(giving(token));
				clock.passSeconds(61);
				store.refuse('a', token);
			}
			clock.passSeconds(-DAY);
			expect(await tokenOf(giving('t4'))).toBe('t4');
			clock.passSeconds(61);
			expect(store.refuse('a', 't4')).toBe(true);
		});

		it('back by a day doubts tokens as before', async () => {
			await tokenOf(giving('t1'));
			store.doubt('a', 't1');
			clock.passSeconds(-DAY);
			await tokenOf(giving('t2'));
			store.doubt('a', 't2');
			expect(store.usable('a')).toBeUndefined();
		});

		it('back by a day counts no calls of a time that is yet to come', async () => {
			const limits = { partner: 'Partner', perHour: 2, forDoubts: 1, pauseMs: 0 };
			for (const token of ['t1', 't2']) {
				await store.obtain('a', giving(token, 10), limits);
				clock.passSeconds(10);
			}
			await expect(store.obtain('a', giving('t3'), limits)).rejects.toMatchObject({ kind: 'rateLimit' });
			clock.passSeconds(-DAY);
			expect((await store.obtain('a', giving('t4'), limits)).token).toBe('t4');
		});

		it.each([-DAY, -2 * HOUR, -600, 600, 2 * HOUR, DAY])('by %i seconds costs one token call at most', async (seconds) => {
			await tokenOf(giving('t1'));
			clock.passSeconds(seconds);
			const second = await tokenOf(giving('t2'));
			expect(await tokenOf(giving('t3'))).toBe(second);
			clock.passSeconds(-seconds);
			expect(await tokenOf(giving('t4'))).toMatch(/^t/);
			expect(made).toBeLessThanOrEqual(3);
		});

		it('by less than the margin, back or forth, costs nothing', async () => {
			await tokenOf(giving('t1'));
			for (const seconds of [-200, 400, -200]) {
				clock.passSeconds(seconds);
				expect(await tokenOf(giving('t2'))).toBe('t1');
			}
		});
	});

	describe('a partner with a quota', () => {
		const limits = callLimits('Su', { perHour: 30, forDoubts: 10 });

		it('is doubted ten times an hour at most', async () => {
			let doubts = 0;
			for (let minute = 0; minute < 60; minute += 1) {
				const { token } = await store.obtain('a', giving(`t${minute}`), limits);
				store.doubt('a', token, limits);
				if (!store.usable('a')) doubts += 1;
				clock.passSeconds(60);
			}
			expect(doubts).toBe(10);
			expect(made).toBeLessThanOrEqual(12);
		});

		it('is asked again in ten seconds where a call never left, which counts nothing', async () => {
			const neverSent = new Failure('outage', 'made-up', { advice: 'None.', isNeverSent: true });
			for (let times = 0; times < 60; times += 1) {
				await expect(store.obtain('a', failing(neverSent), limits)).rejects.toMatchObject({ kind: 'outage' });
				clock.passSeconds(10);
			}
			expect(made).toBe(60);
			expect((await store.obtain('a', giving('t1'), limits)).token).toBe('t1');
		});

		it('is left alone for three minutes where a failed call may have arrived', async () => {
			await expect(store.obtain('a', failing(failure('outage')), limits)).rejects.toMatchObject({ kind: 'outage' });
			clock.passSeconds(179);
			await expect(store.obtain('a', giving('t1'), limits)).rejects.toMatchObject({ kind: 'outage' });
			clock.passSeconds(1);
			expect((await store.obtain('a', giving('t1'), limits)).token).toBe('t1');
		});

		it('counts each further call that one fetch makes', async () => {
			const both = { ...limits, perHour: 2 };
			const answers: boolean[] = [];
			await store.obtain('a', async (mayCallAgain) => {
				answers.push(mayCallAgain(), mayCallAgain());
				return held('t1');
			}, both);
			expect(answers).toEqual([true, false]);
		});

		it('goes on with a token past its margin where the quota is spent', async () => {
			const two = { ...limits, perHour: 2, pauseMs: 0 };
			await store.obtain('a', giving('t1', 60), two);
			clock.passSeconds(60);
			await store.obtain('a', giving('t2'), two);
			clock.passSeconds(3480);
			expect((await store.obtain('a', giving('t3'), two)).token).toBe('t2');
			expect(store.usable('a')?.token).toBe('t2');
			expect(made).toBe(2);
		});
	});

	describe('with many identities', () => {
		it('forgets the one that was used least lately', async () => {
			for (let at = 0; at < 200; at += 1) await tokenOf(giving(`t${at}`), `id-${at}`);
			await tokenOf(giving('one-more'), 'id-200');
			expect(store.usable('id-0')).toBeUndefined();
			expect(store.usable('id-1')?.token).toBe('t1');
		});

		it('counts looking up a token as use', async () => {
			await tokenOf(giving('busy'), 'busy');
			for (let at = 0; at < 400; at += 1) {
				await tokenOf(giving(`t${at}`), `id-${at}`);
				expect(store.usable('busy')?.token).toBe('busy');
			}
		});

		it('never forgets one with a call under way', async () => {
			const calls = new Calls();
			const first = tokenOf(calls.fetch, 'slow');
			for (let at = 0; at < 400; at += 1) await tokenOf(giving(`t${at}`), `id-${at}`);
			const second = tokenOf(calls.fetch, 'slow');
			expect(calls.made).toBe(1);
			calls.next().answer(held('t-slow'));
			expect(await Promise.all([first, second])).toEqual(['t-slow', 't-slow']);
		});

		it('never makes two calls for one, also where all others have a call under way', async () => {
			const others = Array.from({ length: 200 }, () => new Calls());
			const waiting = others.map((calls, at) => tokenOf(calls.fetch, `id-${at}`));
			const calls = new Calls();
			const both = [tokenOf(calls.fetch, 'late'), tokenOf(calls.fetch, 'late')];
			expect(calls.made).toBe(1);
			calls.next().answer(held('t-late'));
			others.forEach((other) => other.next().answer(held('t')));
			expect(await Promise.all(both)).toEqual(['t-late', 't-late']);
			await Promise.all(waiting);
		});
	});
});
