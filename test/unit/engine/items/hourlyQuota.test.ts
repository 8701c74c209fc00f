import { Failure, isFailure } from '../../../../engine/failure';
import { runItems } from '../../../../engine/items/runItems';
import { any, batched, FakeSender, failure, runOf } from '../../../support/services/madeUp';

const MINUTE = 60_000;

describe('a number of requests that a partner takes in an hour', () => {
	const limited = { ...batched, batch: { ...batched.batch, quota: { perHour: 3, what: ({ code }: { code: string }) => `house ${code[0]}` } } };
	const run = async (codes: string[], sender: FakeSender) => await runItems(any(limited), runOf(codes, sender, { batchSize: 1, continueOnFail: true, concurrency: 1, run: { credentials: {}, timezone: 'Europe/Paris', now: new Date(), executionId: '1' } }));

	beforeEach(() => {
		jest.useFakeTimers({ now: new Date('2026-03-02T07:00:00Z'), doNotFake: ['nextTick', 'setImmediate'] });
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	it('is not exceeded: what would be more is told with the time from which it may go out', async () => {
		const sender = new FakeSender(() => ({}));
		const results = await run(['a1', 'a2', 'a3', 'a4', 'b1'], sender);
		expect(sender.reads).toHaveLength(4);
		expect(results.map((result) => 'failure' in result)).toEqual([false, false, false, true, false]);
		const [told] = results.flatMap((result) => ('failure' in result ? [result.failure] : []));
		expect(isFailure(told) && told.kind).toBe('rateLimit');
		expect(told).toMatchObject({ message: expect.stringMatching(/Not sent: this n8n has sent 3 requests for house a within an hour, as many as Partner takes/) as string, details: { advice: expect.stringMatching(/from 2026-03-02 09:01 \(Europe\/Paris\) on/) as string } });
	});

	it('counts for each key and account, also in a later run, until an hour is over', async () => {
		const sender = new FakeSender(() => ({}));
		await run(['a1', 'a2', 'a3'], sender);
		jest.setSystemTime(Date.now() + 59 * MINUTE);
		expect((await run(['a4'], sender)).map((result) => 'failure' in result)).toEqual([true]);
		expect((await run(['a4'], new FakeSender(() => ({})))).map((result) => 'failure' in result)).toEqual([false]);
		jest.setSystemTime(Date.now() + 2 * MINUTE);
		expect((await run(['a4'], sender)).map((result) => 'failure' in result)).toEqual([false]);
	});

	it.each<[string, Failure, isThirdSent: boolean]>([
		['failed', new Failure('outage', 'Down', { advice: '', status: 503 }), false],
		['got no answer', new Failure('outage', 'Silent', { advice: '', mayArriveLate: true }), false],
		['never left, as where the partner cannot be reached', failure('outage'), true],
		['never left, as where there is no token', failure('authentication'), true],
	])('counts tries as far as they may have arrived: one that %s', async (_what, failed, isThirdSent) => {
		class Retrying extends FakeSender {
			override async repeat(request: Parameters<FakeSender['repeat']>[0], _effect?: unknown, onFailedTry?: (given: Failure) => void) {
				onFailedTry?.(failed);
				return await super.repeat(request);
			}
		}
		const results = await run(['a1', 'a2', 'a3'], new Retrying(() => ({})));
		expect(results.map((result) => 'failure' in result)).toEqual([false, false, !isThirdSent]);
	});
});
