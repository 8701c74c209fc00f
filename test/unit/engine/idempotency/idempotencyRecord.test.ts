import { IdempotencyRecord } from '../../../../engine/idempotency/idempotencyRecord';
import { recordTools } from '../../../../engine/idempotency/recordTools';
import { CallQueue } from '../../../../engine/idempotency/callQueue';
import { FaultyStore, MemoryStore, Row } from '../../../support/orders/recordStore';

const atOnce = async () => await new Promise<void>((resolve) => setImmediate(resolve));
const tools = (limitMs?: number) => recordTools({ turns: new CallQueue(limitMs, atOnce), wait: atOnce });

describe('the record of a write', () => {
	it('is our own where it was written and the answer of the database was lost', async () => {
		const store = new FaultyStore().next('lostAnswer');
		expect(await new IdempotencyRecord(store, tools()).claim('A')).toBe(true);
	});

	it('is our own where all tries were written and all answers lost, and it is claimed once more', async () => {
		const store = new FaultyStore().next('lostAnswer', 'lostAnswer', 'lostAnswer', 'lostAnswer');
		const shared = tools();
		await expect(new IdempotencyRecord(store, shared).claim('A')).rejects.toThrow('Connection terminated');
		expect(await new IdempotencyRecord(store, shared).claim('A')).toBe(true);
		// To another process it is recorded.
		expect(await new IdempotencyRecord(store, tools()).claim('A')).toBe(false);
	});

	it('holds up nobody else where the database hangs with it, and says so', async () => {
		const store = new FaultyStore().next('hang');
		const shared = tools(1_000);
		const stuck = new IdempotencyRecord(store, shared).claim('A');
		const other = new IdempotencyRecord(new MemoryStore(), shared).claim('B');
		await expect(stuck).rejects.toMatchObject({ kind: 'configuration', message: expect.stringContaining('did not answer within 1 seconds') as string });
		expect(await other).toBe(true);
	});

	it('is left to a person where a write that hung arrives later: another process may have sent it in between', async () => {
		const row = new Row();
		const store = new FaultyStore(row).next('hang');
		const shared = tools(1_000);
		await expect(new IdempotencyRecord(store, shared).claim('A')).rejects.toThrow('did not answer');
		store.goOn();
		for (let turn = 0; turn < 5; turn += 1) await atOnce();
		expect(await new IdempotencyRecord(store, shared).claim('A')).toBe(false);
	});

	it('waits longer before it is looked at again where the database is slow, and not for ever where a clock jumps', async () => {
		const waits: number[] = [];
		let now = 0;
		const slow = { ms: 0 };
		const wait = async (ms: number) => void waits.push(ms);
		const claimIn = async (takesMs: number) => {
			const store = new MemoryStore(new Row());
			const plain = store.checkProcessedAndRecord.bind(store);
			store.checkProcessedAndRecord = async (...call) => {
				now += takesMs;
				return await plain(...call);
			};
			waits.length = 0;
			await new IdempotencyRecord(store, recordTools({ turns: new CallQueue(10_000, atOnce), wait, now: () => now, slowest: slow })).claim('A');
			return waits[0];
		};
		expect(await claimIn(5)).toBeLessThanOrEqual(600);
		expect(await claimIn(2_000)).toBe(3_000);
		expect(await claimIn(3_600_000)).toBe(7_500);
	});

	it('leaves its key, nothing of the claim, and leaves half of what a Remove Duplicates node takes', async () => {
		const row = new Row();
		const record = new IdempotencyRecord(new MemoryStore(row), tools());
		await record.claim('A');
		await record.keep('A');
		expect(row.values).toEqual(['A']);
		row.values = [...Array.from({ length: 10_000 }, (_, n) => `old ${n}`), ...row.values];
		await record.keep('A');
		expect(row.values).toHaveLength(5_000);
		expect(row.values.at(-1)).toBe('A');
	});

	it('that is taken back leaves nothing', async () => {
		const row = new Row();
		const record = new IdempotencyRecord(new MemoryStore(row), tools());
		expect(await record.claim('A')).toBe(true);
		await record.free('A');
		expect(row.values).toEqual([]);
		expect(row.nodeValues).toEqual([]);
	});

	it('still stands where another process writes the row that it had read before, right after the last look', async () => {
		const row = new Row();
		expect(await new IdempotencyRecord(new MemoryStore(row), tools()).claim('A')).toBe(true);
		row.values = [];
		expect(await new IdempotencyRecord(new MemoryStore(row), tools()).claim('A')).toBe(false);
		// Nor does it matter in which of the two rows it is gone.
		row.nodeValues = [];
		expect(await new IdempotencyRecord(new MemoryStore(row), tools()).claim('A')).toBe(false);
	});

	it('is looked at again where the look itself hung: a write that was held up with it may come after it', async () => {
		const row = new Row();
		let now = 0;
		const store = new MemoryStore(row);
		const plain = store.checkProcessedAndRecord.bind(store);
		let calls = 0;
		store.checkProcessedAndRecord = async (...call) => {
			calls += 1;
			if (calls !== 2) return await plain(...call);
			now += 4_000;
			const output = await plain(...call);
			// What another process had read before the claim, and sent for itself.
			row.values = ['A'];
			return output;
		};
		const record = new IdempotencyRecord(store, recordTools({ turns: new CallQueue(10_000, atOnce), wait: atOnce, now: () => now }));
		expect(await record.claim('A')).toBe(false);
	});

	it('needs only the row of the node where the one of the workflow belongs to a node with another mode', async () => {
		const row = new Row();
		const store = new MemoryStore(row);
		const plain = store.checkProcessedAndRecord.bind(store);
		store.checkProcessedAndRecord = async (items, scope, options) => {
			if (scope === 'workflow') throw new Error('saved with an incompatible setting of ...');
			return await plain(items, scope, options);
		};
		expect(await new IdempotencyRecord(store, tools()).claim('A')).toBe(true);
		expect(await new IdempotencyRecord(store, tools()).claim('A')).toBe(false);
		expect(row.values).toEqual([]);
	});
});
