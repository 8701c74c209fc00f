import fc from 'fast-check';

import { IdempotencyRecord } from '../../engine/idempotency/idempotencyRecord';
import { recordTools, type RecordTools } from '../../engine/idempotency/recordTools';
import { CallQueue } from '../../engine/idempotency/callQueue';
import { MemoryStore, Row } from '../support/orders/recordStore';

/** Time that passes only when all wait: the shortest wait ends first. */
class VirtualTime {
	now = 0;
	private waiting: Array<{ at: number; wake: () => void }> = [];

	async wait(ms: number): Promise<void> {
		await new Promise<void>((wake) => this.waiting.push({ at: this.now + ms, wake }));
	}

	async runOut(): Promise<void> {
		for (;;) {
			// Lets everything that was woken go on to its next wait.
			await new Promise((resolve) => setImmediate(resolve));
			const [next] = this.waiting.sort((a, b) => a.at - b.at);
			if (next === undefined) return;
			this.waiting = this.waiting.filter((entry) => entry !== next);
			this.now = next.at;
			next.wake();
		}
	}
}

/** Numbers from 0 to 1 that a seed decides. */
function numbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state / 2_147_483_648;
	};
}

/** What the records of one process share, in this time. */
function processIn(time: VirtualTime, random: () => number): RecordTools {
	const wait = async (ms: number) => await time.wait(ms);
	return recordTools({ turns: new CallQueue(10_000, wait), wait, random, now: () => time.now });
}

/** Each process claims its keys at the times given; who was let through comes back by key. */
async function race(processes: ReadonlyArray<ReadonlyArray<{ key: string; at: number }>>, seed: number): Promise<Map<string, number>> {
	const time = new VirtualTime();
	const random = numbers(seed);
	const row = new Row();
	const let_through = new Map<string, number>();
	const done = processes.flatMap((claims) => {
		const tools = processIn(time, random);
		return claims.map(async ({ key, at }) => {
			await time.wait(at);
			const store = new MemoryStore(row, async () => await time.wait(random() * 30));
			if (await new IdempotencyRecord(store, tools).claim(key)) let_through.set(key, (let_through.get(key) ?? 0) + 1);
		});
	});
	await time.runOut();
	await Promise.all(done);
	return let_through;
}

/** The steps of a database of which every twentieth takes so much longer. */
function slowAtTimes(time: VirtualTime, random: () => number, slowMs: number): () => Promise<void> {
	return async () => await time.wait(random() * 30 + (random() < 0.05 ? slowMs : 0));
}

/** The same, of a database that holds all steps once, and lets them go at nearly one moment. */
function heldOnce(time: VirtualTime, random: () => number, step: () => Promise<void>, heldMs: number): () => Promise<void> {
	const from = random() * 1_000;
	return async () => {
		await step();
		const sinceMs = time.now - from;
		if (sinceMs >= 0 && sinceMs < heldMs) await time.wait(heldMs - sinceMs + random() * 30);
	};
}

const keys = fc.constantFrom('order 1', 'order 2', 'order 3');
const claim = fc.record({ key: keys, at: fc.integer({ min: 0, max: 400 }) });

describe('a record in a store without a lock', () => {
	it('lets exactly one through for each key, whichever processes claim it and when', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(claim, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
				fc.integer({ min: 1, max: 1_000_000 }),
				async (processes, seed) => {
					const letThrough = await race(processes, seed);
					const asked = new Set(processes.flat().map(({ key }) => key));
					expect(Object.fromEntries(letThrough)).toEqual(Object.fromEntries([...asked].map((key) => [key, 1])));
				},
			),
			{ numRuns: 300 },
		);
	}, 60_000);

	// Processes that have just begun, and know nothing yet of how slow it can be.
	it.each([400, 1_000, 4_000])('lets one through in each of 400 races of a slow database: 5 %% of its steps take %i ms longer', async (slowMs) => {
		const random = numbers(20_261_128);
		const letThrough: Record<number, number> = {};
		for (let run = 0; run < 400; run += 1) {
			const time = new VirtualTime();
			const store = new MemoryStore(new Row(), slowAtTimes(time, random, slowMs));
			// A process that the database did not answer in time sends nothing.
			const claims = Promise.all([0, 1].map(async () => await new IdempotencyRecord(store, processIn(time, random)).claim('order').catch(() => undefined)));
			await time.runOut();
			const answers = await claims;
			const count = answers.filter((isOurs) => isOurs).length;
			if (count === 0 && answers.includes(undefined)) continue;
			letThrough[count] = (letThrough[count] ?? 0) + 1;
		}
		expect(letThrough).toEqual({ 1: expect.any(Number) as number });
	}, 60_000);

	it.each([
		['5 % of its steps take 400 ms longer', 400, 0],
		['5 % of its steps take a second longer', 1_000, 0],
		['it holds all steps for eight seconds, and lets them go at once', 0, 8_000],
	])('of a process that ends right after its claim stands for others, in 400 of 400 runs of a slow database: %s', async (_what, slowMs, heldMs) => {
		const random = numbers(20_261_129);
		let isLost = 0;
		for (let run = 0; run < 400; run += 1) {
			const time = new VirtualTime();
			const row = new Row();
			const store = new MemoryStore(row, heldOnce(time, random, slowAtTimes(time, random, slowMs), heldMs));
			// Two workers with orders of their own all the while, each undoing what the other writes.
			const others = [0, 1].map(async (worker) => {
				const tools = processIn(time, random);
				for (let order = 0; order < 8; order += 1) {
					const record = new IdempotencyRecord(store, tools);
					await record.claim(`order ${worker}-${order}`);
					await record.keep(`order ${worker}-${order}`);
				}
			});
			const ours = new IdempotencyRecord(store, processIn(time, random)).claim('ours').catch(() => false);
			await time.runOut();
			await Promise.allSettled(others);
			const again = new IdempotencyRecord(new MemoryStore(row), processIn(time, random)).claim('ours');
			await time.runOut();
			if ((await ours) && (await again)) isLost += 1;
		}
		expect(isLost).toBe(0);
	}, 60_000);

	it('would let two through without the second look: the race is there', async () => {
		const time = new VirtualTime();
		const row = new Row();
		let both = 0;
		for (let processes = 0; processes < 2; processes++) {
			const store = new MemoryStore(row, async () => await time.wait(10));
			void store.checkProcessedAndRecord(['order 1'], 'workflow', { mode: 'entries' }).then(({ new: fresh }) => {
				both += fresh.length;
			});
		}
		await time.runOut();
		expect(both).toBe(2);
	});
});
