import { Failure, type FailureKind } from '../../../../engine/failure';
import { MOST_TRIES, WAIT_BUDGET_MS, waitBeforeRetry } from '../../../../engine/transport/retry';
import { retryAfterMs } from '../../../../engine/http/retryAfter';

const KINDS: FailureKind[] = [
	'configuration', 'authentication', 'permission', 'notFound', 'validation', 'conflict', 'rateLimit', 'outage',
	'unknownOutcome', 'businessRefusal', 'brokenAnswer', 'cancelled',
];
const failure = (kind: FailureKind, wait?: number) => new Failure(kind, 'made up', { advice: 'None.', retryAfterMs: wait });

describe('trying again', () => {
	it.each(KINDS)('happens after a rate limit or an outage only: %s', (kind) => {
		const mayPass = kind === 'rateLimit' || kind === 'outage';
		expect(waitBeforeRetry(failure(kind), 1, 0, 0.5) !== undefined).toBe(mayPass);
	});

	it('ends after the fourth try', () => {
		const waits = [1, 2, 3, 4].map((tries) => waitBeforeRetry(failure('outage'), tries, 0, 1));
		expect(waits).toEqual([500, 1000, 2000, undefined]);
		expect(MOST_TRIES).toBe(4);
	});

	it('spreads the waits between half and whole', () => {
		expect(waitBeforeRetry(failure('outage'), 1, 0, 0)).toBe(250);
		expect(waitBeforeRetry(failure('outage'), 1, 0, 1)).toBe(500);
	});

	it('waits as long as the partner asks and a little more, spread out, within the budget', () => {
		expect(waitBeforeRetry(failure('rateLimit', 9000), 1, 0, 0)).toBe(9250);
		expect(waitBeforeRetry(failure('rateLimit', 9000), 1, 0, 1)).toBe(9500);
		expect(waitBeforeRetry(failure('rateLimit', WAIT_BUDGET_MS), 1, 0, 0)).toBe(WAIT_BUDGET_MS + 250);
	});

	it('stops, rather than waits a little, where the partner asks for more than is left', () => {
		expect(waitBeforeRetry(failure('rateLimit', WAIT_BUDGET_MS + 1), 1, 0, 0)).toBeUndefined();
		expect(waitBeforeRetry(failure('rateLimit', 30_000), 2, 30_001, 0)).toBeUndefined();
		expect(waitBeforeRetry(failure('rateLimit', Infinity), 1, 0, 0)).toBeUndefined();
	});
});

describe('Retry-After', () => {
	const now = Date.parse('2026-03-02T08:00:00Z');

	it.each<[unknown, number]>([
		['120', 120_000],
		[' 120 ', 120_000],
		['0', 0],
		['1.5', 1500],
		[3, 3000],
		[['5', '6'], 5000],
		['Mon, 02 Mar 2026 08:02:00 GMT', 120_000],
		['Monday, 02-Mar-26 08:02:00 GMT', 120_000],
		['Mon, 02 Mar 2026 07:00:00 GMT', 0],
	])('%p means %i ms', (header, wait) => {
		expect(retryAfterMs(header, now)).toBe(wait);
	});

	it.each<[unknown]>([
		[undefined], [null], [''], ['  '], ['soon'], [[]], [{}], [true], [-1], [Number.NaN], ['-5'], ['in 5 minutes'], ['5 s'], ['120, 60'],
	])('%p says nothing', (header) => {
		expect(retryAfterMs(header, now)).toBeUndefined();
	});
});
