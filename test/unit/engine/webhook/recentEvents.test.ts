import { createHash } from 'node:crypto';

import fc from 'fast-check';

import { MOST_EVENTS, MOST_STORED, RecentEvents, recentEventsOf } from '../../../../engine/webhook/recentEvents';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const key = (name: string | number) => createHash('sha256').update(String(name)).digest('hex').slice(0, 32);

type Step = 'restart' | { moveClock: number } | { wait: number } | { take: string; isGood: boolean };

/** A process with a clock of the test, and what n8n stores. */
class Receiver {
	stored: unknown;
	seconds = 1_800_000_000;
	/** By how much the clock of the computer is wrong. What counts how long the process runs is not moved by it. */
	aheadSeconds = 0;
	memory = this.begun();

	/** @returns whether the event started a workflow */
	async take(name: string, { isGood = true, windowSeconds = HOUR }: { isGood?: boolean; windowSeconds?: number } = {}): Promise<boolean> {
		const claim = await this.memory.claim([key(name)], this.stored, windowSeconds);
		const isNew = claim.has(key(name));
		if (isNew && isGood) {
			await claim.turn();
			this.stored = claim.started([key(name)]) ?? this.stored;
		}
		claim.settle([]);
		return isNew;
	}

	restart(): void {
		this.memory = this.begun();
	}

	private begun(): RecentEvents {
		const from = this.seconds;
		return new RecentEvents(() => (this.seconds + this.aheadSeconds) * 1000, () => (this.seconds - from) * 1000);
	}
}

/** Every call stores when its turn comes; no test waits for that. */
jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => await Promise.resolve() }));

describe('events that were here before', () => {
	it('start nothing within the window, and do again after it', async () => {
		const receiver = new Receiver();
		expect([await receiver.take('a'), await receiver.take('a'), await receiver.take('b')]).toEqual([true, false, true]);
		receiver.seconds += HOUR - 1;
		expect(await receiver.take('a')).toBe(false);
		receiver.seconds += 1;
		expect(await receiver.take('a')).toBe(true);
	});

	it('may come again where their start failed', async () => {
		const receiver = new Receiver();
		expect([await receiver.take('a', { isGood: false }), await receiver.take('a'), await receiver.take('a')]).toEqual([true, true, false]);
	});

	it('are known after a restart, and to another process that reads what was stored', async () => {
		const receiver = new Receiver();
		await receiver.take('a');
		const other = new Receiver();
		other.stored = receiver.stored;
		receiver.restart();
		expect([await receiver.take('a'), await other.take('a'), await other.take('b')]).toEqual([false, false, true]);
	});

	it('are all new with a window of 0, which stores and changes nothing', async () => {
		const receiver = new Receiver();
		const now = { windowSeconds: 0 };
		expect([await receiver.take('a', now), await receiver.take('a', now)]).toEqual([true, true]);
		expect(receiver.stored).toBeUndefined();
		expect([await receiver.take('a'), await receiver.take('a', now), await receiver.take('a')]).toEqual([true, true, false]);
	});

	it('wait for what becomes of a first call under way: nothing where it starts, a start of their own where it fails', async () => {
		for (const isGood of [true, false]) {
			const memory = new RecentEvents();
			const first = await memory.claim([key('a')], undefined, HOUR);
			let second: boolean | undefined;
			const waiting = memory.claim([key('b'), key('a')], undefined, HOUR).then((claim) => {
				second = claim.has(key('a'));
				claim.settle([]);
			});
			await new Promise(setImmediate);
			expect([first.has(key('a')), second]).toEqual([true, undefined]);
			first.settle(isGood ? [key('a')] : []);
			first.settle([]);
			await waiting;
			expect(second).toBe(!isGood);
		}
	});

	it('are stored by calls of others only once they have started', async () => {
		const receiver = new Receiver();
		const underWay = await receiver.memory.claim([key('a')], undefined, HOUR);
		await receiver.take('b');
		receiver.restart();
		expect([underWay.has(key('a')), await receiver.take('a'), await receiver.take('b')]).toEqual([true, true, false]);
	});

	it('are known where the caller hung up before they started all the same', async () => {
		const receiver = new Receiver();
		const claim = await receiver.memory.claim([key('a')], undefined, HOUR);
		await claim.turn();
		claim.settle([]);
		expect(claim.started([key('a')])).toEqual(expect.any(String));
		expect(await receiver.take('a')).toBe(false);
	});

	it('are stored for all that have started by one call of many', async () => {
		const receiver = new Receiver();
		await receiver.take('first');
		const claims = await Promise.all(['a', 'b', 'c'].map(async (name) => await receiver.memory.claim([key(name)], receiver.stored, HOUR)));
		const [a, b, c] = claims;
		await Promise.all(claims.map(async (claim) => await claim.turn()));
		expect([b?.started([key('b')]), c?.started([key('c')])]).toEqual([undefined, undefined]);
		receiver.stored = a?.started([key('a')]);
		receiver.restart();
		for (const name of ['first', 'a', 'b', 'c']) expect(await receiver.take(name)).toBe(false);
	});

	it('that another call undid in the store come back with the next', async () => {
		const receiver = new Receiver();
		await receiver.take('a');
		receiver.stored = undefined;
		await receiver.take('b');
		receiver.restart();
		expect(await receiver.take('a')).toBe(false);
	});

	it('take a bounded place, the oldest go first', async () => {
		const receiver = new Receiver();
		for (let at = 0; at < MOST_EVENTS + 10; at += 1) {
			receiver.seconds += 1;
			await receiver.take(`e${at}`, { windowSeconds: 24 * HOUR });
		}
		expect(String(receiver.stored)).toHaveLength(16 + MOST_STORED * 18);
		expect(await receiver.take('e0', { windowSeconds: 24 * HOUR })).toBe(true);
		expect(await receiver.take('e20', { windowSeconds: 24 * HOUR })).toBe(false);
		receiver.restart();
		expect(await receiver.take('e20', { windowSeconds: 24 * HOUR })).toBe(true);
		expect(await receiver.take(`e${MOST_EVENTS + 9}`, { windowSeconds: 24 * HOUR })).toBe(false);
	});

	it('are forgotten each at its own time, also one that another process stored and that is older than what was here', async () => {
		const [one, other] = [new Receiver(), new Receiver()];
		await one.take('older');
		for (const receiver of [one, other]) receiver.seconds += HOUR / 2;
		await other.take('younger');
		other.stored = one.stored;
		expect([await other.take('older'), await other.take('younger')]).toEqual([false, false]);
		other.seconds += HOUR / 2;
		expect([await other.take('older'), await other.take('younger')]).toEqual([true, false]);
	});

	it.each([undefined, null, 7, {}, 'garbage', 'x'.repeat(270), '\u0000'.repeat(27)])('are not confused by a store that holds %j', async (stored) => {
		const receiver = new Receiver();
		receiver.stored = stored;
		expect([await receiver.take('a'), await receiver.take('a')]).toEqual([true, false]);
	});

	it.each([2 * DAY, -2 * DAY])('are known for the window and no longer, where they came while the clock was wrong by %d seconds', async (aheadSeconds) => {
		const receiver = new Receiver();
		receiver.aheadSeconds = aheadSeconds;
		await receiver.take('a', { windowSeconds: DAY });
		receiver.aheadSeconds = 0;
		receiver.seconds += 0.9 * DAY;
		expect(await receiver.take('a', { windowSeconds: DAY })).toBe(false);
		receiver.seconds += 0.6 * DAY;
		expect(await receiver.take('a', { windowSeconds: DAY })).toBe(true);
	});

	it.each([2 * DAY, -2 * DAY])('are known while the clock is wrong by %d seconds, and when it is right again', async (aheadSeconds) => {
		const receiver = new Receiver();
		await receiver.take('a');
		receiver.aheadSeconds = aheadSeconds;
		expect([await receiver.take('a'), await receiver.take('b')]).toEqual([false, true]);
		receiver.aheadSeconds = 0;
		expect([await receiver.take('a'), await receiver.take('b')]).toEqual([false, false]);
	});

	it('are stored with the right time once the clock is right, whatever it was when they came', async () => {
		const receiver = new Receiver();
		receiver.aheadSeconds = 2 * DAY;
		await receiver.take('a', { windowSeconds: DAY });
		receiver.aheadSeconds = 0;
		receiver.seconds += 0.6 * DAY;
		await receiver.take('b', { windowSeconds: DAY });
		receiver.restart();
		expect(await receiver.take('a', { windowSeconds: DAY })).toBe(false);
		receiver.seconds += 0.6 * DAY;
		receiver.restart();
		expect([await receiver.take('a', { windowSeconds: DAY }), await receiver.take('b', { windowSeconds: DAY })]).toEqual([true, false]);
	});

	it('count from the restart at the latest, where they were stored with a time that lies ahead', async () => {
		const receiver = new Receiver();
		receiver.aheadSeconds = 2 * DAY;
		await receiver.take('a', { windowSeconds: DAY });
		receiver.aheadSeconds = 0;
		receiver.restart();
		expect(await receiver.take('a', { windowSeconds: DAY })).toBe(false);
		receiver.seconds += DAY;
		expect(await receiver.take('a', { windowSeconds: DAY })).toBe(true);
	});

	it('do not grow older or younger by being written and read in turn', async () => {
		const receiver = new Receiver();
		await receiver.take('a');
		for (let turn = 0; turn < 50; turn += 1) {
			receiver.seconds += 0.7;
			receiver.restart();
			await receiver.take(`other ${turn}`);
		}
		receiver.seconds += HOUR - 50 * 0.7 - 2;
		expect(await receiver.take('a')).toBe(false);
		receiver.seconds += 4;
		expect(await receiver.take('a')).toBe(true);
	});

	it('are those of one place, for the life of the process', () => {
		expect(recentEventsOf('w/1')).toBe(recentEventsOf('w/1'));
		expect(recentEventsOf('w/1')).not.toBe(recentEventsOf('w/2'));
	});

	it.each([
		['is restarted with the right clock', fc.constant<Step>('restart')],
		['has its clock moved', fc.constantFrom<Step>(...[-3 * HOUR, HOUR / 2, 3 * HOUR].map((moveClock) => ({ moveClock })))],
	])('are never those that did not start, and always those that did, whatever happens, also where n8n %s', async (_what, other) => {
		const step = fc.oneof<Array<fc.Arbitrary<Step>>>(
			fc.record({ take: fc.constantFrom('a', 'b', 'c', 'd'), isGood: fc.boolean() }),
			fc.record({ wait: fc.integer({ min: 0, max: HOUR }) }),
			other,
		);
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
				const receiver = new Receiver();
				const startedAt = new Map<string, number>();
				for (const one of steps) {
					if (one === 'restart') receiver.restart();
					else if ('moveClock' in one) receiver.aheadSeconds += one.moveClock;
					else if ('wait' in one) receiver.seconds += one.wait;
					else {
						const last = startedAt.get(one.take);
						const isNew = last === undefined || receiver.seconds - last >= HOUR;
						expect(await receiver.take(one.take, { isGood: one.isGood })).toBe(isNew);
						if (isNew && one.isGood) startedAt.set(one.take, receiver.seconds);
					}
				}
			}),
		);
	});
});
