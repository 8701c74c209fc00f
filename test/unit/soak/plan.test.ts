import { makePlan } from '../../soak/chaos/plan';
import { Random } from '../../soak/chaos/random';

describe('numbers by seed', () => {
	it('are the same for the same seed, and others for another', () => {
		const numbers = (seed: number) => Array.from({ length: 5 }, ((random) => () => random.between(1, 1_000_000))(new Random(seed)));
		expect(numbers(7)).toEqual(numbers(7));
		expect(numbers(7)).not.toEqual(numbers(8));
	});

	it('keep their bounds, and come evenly', () => {
		const random = new Random(1);
		const counts = new Map<number, number>();
		for (let at = 0; at < 3_000; at += 1) {
			const number = random.between(2, 4);
			counts.set(number, (counts.get(number) ?? 0) + 1);
		}
		expect([...counts.keys()].sort()).toEqual([2, 3, 4]);
		for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(120);
	});

	it('pick by weight: what weighs nothing is never picked', () => {
		const random = new Random(3);
		const picked = new Set(Array.from({ length: 200 }, () => random.weighted([[0, 'never'], [1, 'one'], [9, 'other']] as const)));
		expect(picked).toEqual(new Set(['one', 'other']));
	});

	it('pick nothing from nothing', () => {
		expect(() => new Random(1).pick([])).toThrow('nothing to pick from');
	});
});

describe('plan', () => {
	it('is the same for the same seed and length, and another for another seed', () => {
		expect(makePlan(42, 3)).toEqual(makePlan(42, 3));
		expect(makePlan(42, 3).steps).not.toEqual(makePlan(43, 3).steps);
	});

	it('is plain data in order of time', () => {
		const { steps } = makePlan(5, 10);
		expect(JSON.parse(JSON.stringify(steps))).toEqual(steps);
		expect(steps.map(({ atMs }) => atMs)).toEqual(steps.map(({ atMs }) => atMs).sort((one, other) => one - other));
	});

	it('of an hour holds every kind of fault, often', () => {
		const { steps } = makePlan(1, 60);
		const count = (what: string) => steps.filter((step) => step.do === what).length;
		expect(count('order')).toBeGreaterThan(1_500);
		expect(count('event')).toBeGreaterThan(1_000);
		expect(count('partnerFault')).toBeGreaterThan(250);
		for (const what of ['foreignOrder', 'partnerWays', 'revokeTokens', 'kill', 'pause', 'clock', 'edit', 'database']) expect(count(what)).toBeGreaterThan(5);
		const how = new Set(steps.flatMap((step) => (step.do === 'database' || step.do === 'edit' ? [step.how] : [])));
		expect([...how].sort()).toEqual(['cut', 'format', 'otherEnvironment', 'slow', 'stall', 'wrongSecret']);
	});

	it('asks for each kind of repetition: the same again, the same at once, another under the same PO number', () => {
		const orders = makePlan(2, 30).steps.flatMap((step) => (step.do === 'order' ? [step] : []));
		const of = (poNumber: string) => orders.filter(({ order }) => order.poNumber === poNumber);
		expect(orders.some(({ copies }) => copies > 1)).toBe(true);
		expect(orders.some(({ order }) => of(order.poNumber).filter((other) => other.order.quantity === order.quantity).length > 1)).toBe(true);
		expect(orders.some(({ order }) => of(order.poNumber).some((other) => other.order.quantity !== order.quantity))).toBe(true);
		// Two workflows do not see each other's record; one PO number stays in one workflow and account.
		for (const { order } of orders) expect(new Set(of(order.poNumber).map(({ order: { flow, customerCode } }) => `${flow} ${customerCode}`)).size).toBe(1);
	});
});
