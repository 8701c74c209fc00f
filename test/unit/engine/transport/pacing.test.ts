import { PaceQueue, pacingOf } from '../../../../engine/transport/pacing';

const NEVER = (): boolean => false;

/** A queue on the made-up clock, and when each of those who came was let go, by its number. */
class Trial {
	readonly gone: Array<{ who: number; atMs: number }> = [];
	private came = 0;

	constructor(readonly queue: PaceQueue) {}

	come(count = 1, isCancelled = NEVER): void {
		for (let left = count; left > 0; left -= 1) void this.one((this.came += 1), isCancelled);
	}

	get order(): number[] {
		return this.gone.map(({ who }) => who);
	}

	/** The most that went within any second. */
	get most(): number {
		return Math.max(...this.gone.map(({ atMs }) => this.gone.filter((other) => other.atMs >= atMs && other.atMs < atMs + 1_000).length));
	}

	private async one(who: number, isCancelled: () => boolean): Promise<void> {
		// As the sender does it: who may go at once goes on in the same step.
		const turn = this.queue.turn(isCancelled);
		if (turn === true || (await turn)) this.gone.push({ who, atMs: performance.now() });
	}
}

describe('a pace', () => {
	beforeEach(() => {
		jest.useFakeTimers();
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	it.each([1, 2, 20, 50])('of %d a second lets so many go at once, and never more within a second, in the order in which they came', async (perSecond) => {
		const trial = new Trial(new PaceQueue(perSecond));
		const count = perSecond * 4 + 1;
		trial.come(count);
		expect(trial.gone).toHaveLength(perSecond);
		await jest.advanceTimersByTimeAsync(4_300);
		expect(trial.order).toEqual(Array.from({ length: count }, (_, at) => at + 1));
		expect(trial.most).toBe(perSecond);
	});

	it('loses next to nothing by it: 200 at 20 a second take ten seconds', async () => {
		const trial = new Trial(new PaceQueue(20));
		trial.come(200);
		await jest.advanceTimersByTimeAsync(9_600);
		expect(trial.gone).toHaveLength(200);
	});

	it('holds for who comes now and then, in whatever second', async () => {
		const trial = new Trial(new PaceQueue(3));
		for (const waitMs of [0, 10, 400, 500, 80, 5, 0, 700, 20, 20, 1_200, 0, 0, 0, 0, 990, 1, 1]) {
			await jest.advanceTimersByTimeAsync(waitMs);
			trial.come();
		}
		await jest.advanceTimersByTimeAsync(10_000);
		expect(trial.order).toEqual(Array.from({ length: 18 }, (_, at) => at + 1));
		expect(trial.most).toBe(3);
	});

	it('lets nobody pass who comes later, though it were free by then', async () => {
		const trial = new Trial(new PaceQueue(2));
		trial.come(3);
		await jest.advanceTimersByTimeAsync(1_049);
		trial.come();
		await jest.advanceTimersByTimeAsync(2_000);
		expect(trial.order).toEqual([1, 2, 3, 4]);
	});

	it('makes nobody wait where nothing went for a second', async () => {
		const trial = new Trial(new PaceQueue(2));
		trial.come(2);
		await jest.advanceTimersByTimeAsync(1_050);
		trial.come(2);
		expect(trial.order).toEqual([1, 2, 3, 4]);
		expect(jest.getTimerCount()).toBe(0);
	});

	it('lets who is stopped go home soon, with nothing sent, and the others move up', async () => {
		const trial = new Trial(new PaceQueue(1));
		let isStopped = false;
		trial.come();
		trial.come(20, () => isStopped);
		trial.come();
		await jest.advanceTimersByTimeAsync(500);
		isStopped = true;
		await jest.advanceTimersByTimeAsync(1_100);
		expect(trial.order).toEqual([1, 22]);
		expect(trial.queue.isIdle()).toBe(false);
		await jest.advanceTimersByTimeAsync(1_100);
		expect(trial.queue.isIdle()).toBe(true);
		expect(jest.getTimerCount()).toBe(0);
	});

	it('is kept in order where one who comes later looks first, after somebody before both was stopped', async () => {
		const trial = new Trial(new PaceQueue(1));
		let isStopped = false;
		trial.come();
		trial.come(1, () => isStopped);
		await jest.advanceTimersByTimeAsync(700);
		trial.come();
		await jest.advanceTimersByTimeAsync(160);
		trial.come();
		isStopped = true;
		await jest.advanceTimersByTimeAsync(2_000);
		expect(trial.order).toEqual([1, 3, 4]);
	});

	it.each([-24 * 60 * 60_000, -500, 500, 24 * 60 * 60_000])('is kept where somebody sets the clock of the machine by %d ms', async (byMs) => {
		const trial = new Trial(new PaceQueue(2));
		trial.come(2);
		jest.setSystemTime(Date.now() + byMs);
		trial.come(3);
		expect(trial.gone).toHaveLength(2);
		await jest.advanceTimersByTimeAsync(2_150);
		expect(trial.order).toEqual([1, 2, 3, 4, 5]);
		expect(trial.most).toBe(2);
	});

	it('is kept, and nobody waits for longer than a span, where its own clock is set back', async () => {
		let backMs = 0;
		const trial = new Trial(new PaceQueue(2, () => performance.now() - backMs));
		await jest.advanceTimersByTimeAsync(100_000);
		trial.come(2);
		await jest.advanceTimersByTimeAsync(600);
		backMs = 90_000;
		trial.come(2);
		await jest.advanceTimersByTimeAsync(1_060);
		expect(trial.order).toEqual([1, 2, 3, 4]);
		expect(trial.most).toBe(2);
	});
});

describe('the pace of an account', () => {
	const GET = { method: 'GET', url: '/a' } as const;
	const twice = (name: string) => () => ({ name, perSecond: 2 });

	it('is one for all runs of this process', () => {
		const runs = [pacingOf('shared', twice('all')), pacingOf('shared', twice('all'))];
		expect([0, 1, 0].map((run) => runs[run]?.(GET, () => true))).toEqual([true, true, expect.any(Promise)]);
	});

	it('has nothing to do with that of another account, or of another name', () => {
		const full = pacingOf('full', twice('all'));
		for (let at = 0; at < 2; at += 1) void full(GET, NEVER);
		expect(pacingOf('other', twice('all'))(GET, NEVER)).toBe(true);
		expect(pacingOf('full', twice('offers'))(GET, NEVER)).toBe(true);
	});

	it('is kept by many accounts side by side', () => {
		jest.useFakeTimers();
		try {
			for (let at = 0; at < 3_000; at += 1) {
				const pacing = pacingOf(`many ${at}`, twice('all'));
				expect([pacing(GET, NEVER), pacing(GET, NEVER)]).toEqual([true, true]);
			}
		} finally {
			jest.useRealTimers();
		}
	});

	it('lets a request go that has none', () => {
		const pacing = pacingOf('none', () => undefined);
		expect(Array.from({ length: 100 }, () => pacing(GET, NEVER))).toEqual(Array.from({ length: 100 }, () => true));
	});
});
