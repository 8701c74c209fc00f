import { Lookout } from '../../../../sandbox/tradevest/lookout';

describe('the lookout for what is due', () => {
	let now = 0;
	let looks = 0;
	/** The timers that run, by when they are over. */
	let timers: Array<{ at: number; step: () => void }> = [];
	const later = (delayMs: number, step: () => void) => {
		const timer = { at: now + delayMs, step };
		timers.push(timer);
		return () => {
			timers = timers.filter((other) => other !== timer);
		};
	};
	const started = () => new Lookout(() => now, later, () => (looks += 1));

	beforeEach(() => {
		[now, looks, timers] = [0, 0, []];
	});

	it('has one timer, for what is due first', () => {
		const lookout = started();
		for (const ms of [300, 100, 200]) lookout.lookAfter(ms);
		expect(timers.map(({ at }) => at)).toEqual([100]);
	});

	it('looks when the time has come, and waits for the next', () => {
		const lookout = started();
		for (const ms of [300, 100]) lookout.lookAfter(ms);
		now = 100;
		timers[0]?.step();
		expect([looks, timers.map(({ at }) => at)]).toEqual([1, [300]]);
	});

	it('waits for nothing that a look before its time has found', () => {
		const lookout = started();
		lookout.lookAfter(100);
		now = 500;
		lookout.look();
		expect([looks, timers]).toEqual([1, []]);
	});

	it('waits as long as a timer can where something is due in years, and for nothing after a reset', () => {
		const lookout = started();
		lookout.lookAfter(1e12);
		expect(timers.map(({ at }) => at)).toEqual([2 ** 31 - 1]);
		lookout.reset();
		expect(timers).toEqual([]);
	});
});
