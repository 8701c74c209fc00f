import fc from 'fast-check';

import { LastingRecord } from '../../engine/once/lastingRecord';
import { recordTools, type RecordTools } from '../../engine/once/recordTools';
import { Turns } from '../../engine/once/turns';
import { MemoryStore, Row } from '../support/recordStore';

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
function processIn(time: VirtualTime): RecordTools {
	const wait = async (ms: number) => await time.wait(ms);
	return recordTools({ turns: new Turns(10_000, wait), wait, now: () => time.now });
}

/** Each process claims its keys at the times given; who was let through comes back by key. */
async function race(processes: ReadonlyArray<ReadonlyArray<{ key: string; at: number }>>, seed: number): Promise<Map<string, number>> {
	const time = new VirtualTime();
	const random = numbers(seed);
	const row = new Row();
	const let_through = new Map<string, number>();
	const done = processes.flatMap((claims) => {
		const tools = processIn(time);
		return claims.map(async ({ key, at }) => {
			await time.wait(at);
			const store = new MemoryStore(row, async () => await time.wait(random() * 30));
			if (await new LastingRecord(store, tools).claim(key)) let_through.set(key, (let_through.get(key) ?? 0) + 1);
		});
	});
	await time.runOut();
	await Promise.all(done);
	return let_through;
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

	it('lets two through in none of 400 races of a slow database: 5 % of its steps take 400 ms longer', async () => {
		const time = new VirtualTime();
		const random = numbers(20_261_128);
		const step = async () => await time.wait(random() * 30 + (random() < 0.05 ? 400 : 0));
		let twice = 0;
		const races = Array.from({ length: 400 }, async () => {
			const row = new Row();
			// Processes that have just begun, and know nothing yet of how slow it can be.
			const claims = [0, 1].map(async () => await new LastingRecord(new MemoryStore(row, step), processIn(time)).claim('order'));
			if ((await Promise.all(claims)).every((isOurs) => isOurs)) twice += 1;
		});
		await time.runOut();
		await Promise.all(races);
		expect(twice).toBe(0);
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
