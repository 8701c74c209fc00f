import { createHash } from 'node:crypto';

import fc from 'fast-check';

import { MOST_EVENTS, MOST_STORED, RecentEvents, recentEventsOf } from '../../../../engine/delivery/recentEvents';

const HOUR = 3_600;
const key = (name: string | number) => createHash('sha256').update(String(name)).digest('hex').slice(0, 32);

/** A process with a clock of the test, and what n8n stores. */
class Receiver {
	stored: unknown;
	seconds = 1_800_000_000;
	memory = new RecentEvents(() => this.seconds * 1000);

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
		this.memory = new RecentEvents(() => this.seconds * 1000);
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

	it.each([undefined, null, 7, {}, 'garbage', 'x'.repeat(270), '\u0000'.repeat(27)])('are not confused by a store that holds %j', async (stored) => {
		const receiver = new Receiver();
		receiver.stored = stored;
		expect([await receiver.take('a'), await receiver.take('a')]).toEqual([true, false]);
	});

	it('are those of one place, for the life of the process', () => {
		expect(recentEventsOf('w/1')).toBe(recentEventsOf('w/1'));
		expect(recentEventsOf('w/1')).not.toBe(recentEventsOf('w/2'));
	});

	it('are never those that did not start, and within one process always those that did, whatever happens', async () => {
		const step = fc.oneof(
			fc.record({ take: fc.constantFrom('a', 'b', 'c', 'd'), isGood: fc.boolean() }),
			fc.record({ wait: fc.integer({ min: 0, max: HOUR }) }),
			fc.constant('restart' as const),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
				const receiver = new Receiver();
				const startedAt = new Map<string, number>();
				for (const one of steps) {
					if (one === 'restart') receiver.restart();
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
