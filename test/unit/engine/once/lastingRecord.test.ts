import { LastingRecord } from '../../../../engine/once/lastingRecord';
import { recordTools } from '../../../../engine/once/recordTools';
import { Turns } from '../../../../engine/once/turns';
import { FaultyStore, MemoryStore, Row } from '../../../support/recordStore';

const atOnce = async () => await new Promise<void>((resolve) => setImmediate(resolve));
const tools = (limitMs?: number) => recordTools({ turns: new Turns(limitMs, atOnce), wait: atOnce });

describe('the record of a write', () => {
	it('is our own where it was written and the answer of the database was lost', async () => {
		const store = new FaultyStore().next('lostAnswer');
		expect(await new LastingRecord(store, tools()).claim('A', 'PO')).toMatchObject({ isOurs: true });
	});

	it('is our own where all tries were written and all answers lost, and it is claimed once more', async () => {
		const store = new FaultyStore().next('lostAnswer', 'lostAnswer', 'lostAnswer', 'lostAnswer');
		const shared = tools();
		await expect(new LastingRecord(store, shared).claim('A', 'PO')).rejects.toThrow('Connection terminated');
		expect(await new LastingRecord(store, shared).claim('A', 'PO')).toMatchObject({ isOurs: true });
		// To another process it is recorded.
		expect(await new LastingRecord(store, tools()).claim('A', 'PO')).toMatchObject({ isOurs: false });
	});

	it('holds up nobody else where the database hangs with it, and says so', async () => {
		const store = new FaultyStore().next('hang');
		const shared = tools(1_000);
		const stuck = new LastingRecord(store, shared).claim('A', 'PO 1');
		const other = new LastingRecord(new MemoryStore(), shared).claim('B', 'PO 2');
		await expect(stuck).rejects.toMatchObject({ kind: 'configuration', message: expect.stringContaining('did not answer within 1 seconds') as string });
		expect(await other).toMatchObject({ isOurs: true });
	});

	it('is left to a person where a write that hung arrives later: another process may have sent it in between', async () => {
		const row = new Row();
		const store = new FaultyStore(row).next('hang');
		const shared = tools(1_000);
		await expect(new LastingRecord(store, shared).claim('A', 'PO')).rejects.toThrow('did not answer');
		store.goOn();
		for (let turn = 0; turn < 5; turn += 1) await atOnce();
		expect(await new LastingRecord(store, shared).claim('A', 'PO')).toMatchObject({ isOurs: false });
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
			await new LastingRecord(store, recordTools({ turns: new Turns(10_000, atOnce), wait, now: () => now, slowest: slow })).claim('A', 'PO');
			return waits[0];
		};
		expect(await claimIn(5)).toBeLessThanOrEqual(600);
		expect(await claimIn(2_000)).toBe(3_000);
		expect(await claimIn(3_600_000)).toBe(7_500);
	});

	it('leaves its key and its subject, nothing of the claim, and leaves half of what a Remove Duplicates node takes', async () => {
		const row = new Row();
		const record = new LastingRecord(new MemoryStore(row), tools());
		await record.claim('A', 'PO');
		await record.keep('A', { subject: 'PO', hasRivals: false });
		expect(row.values).toEqual(['A', 'subject:PO']);
		row.values = [...Array.from({ length: 10_000 }, (_, n) => `old ${n}`), ...row.values];
		await record.keep('A', { subject: 'PO', hasRivals: false });
		expect(row.values).toHaveLength(5_000);
		expect(row.values.slice(-2)).toEqual(['A', 'subject:PO']);
	});

	it('that is taken back leaves nothing, except what others with the same subject left', async () => {
		const row = new Row();
		const record = new LastingRecord(new MemoryStore(row), tools());
		const first = await record.claim('A', 'PO');
		expect(first).toEqual({ isOurs: true, hasRivals: false });
		await record.free('A', { subject: 'PO', ...first });
		expect(row.values).toEqual([]);
		await record.claim('A', 'PO');
		await record.keep('A', { subject: 'PO', hasRivals: false });
		const second = await record.claim('B', 'PO');
		expect(second).toEqual({ isOurs: true, hasRivals: true });
		await record.free('B', { subject: 'PO', ...second });
		expect(row.values).toEqual(['A', 'subject:PO', 'several:PO']);
		expect(await record.isAlone('PO')).toBe(false);
	});
});
