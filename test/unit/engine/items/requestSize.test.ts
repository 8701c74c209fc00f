import { runItems } from '../../../../engine/items/runItems';
import { tooLarge, withinSize } from '../../../../engine/items/requestSize';
import type { ItemResult } from '../../../../engine/items/itemsRun';
import { any, batched, FakeSender, runOf } from '../../../support/services/madeUp';

/** A body of as many bytes as the entries say, and six for braces, quotes and the name. */
const bodyOf = (sizes: readonly number[]) => (group: readonly number[]) => ({ '': 'x'.repeat(group.reduce((sum, at) => sum + sizes[at]!, 0)) });
const FRAME = JSON.stringify({ '': '' }).length;

describe('requests that must not be too large', () => {
	it.each<[what: string, sizes: number[], most: number, groups: number[][], alone: number[]]>([
		['are left as they are where they are not', [1, 2, 3], 6, [[0, 1, 2]], []],
		['are halved, in order, until none is', [3, 3, 3, 3, 3], 6, [[0, 1], [2], [3, 4]], []],
		['leave out what is too large alone', [1, 9, 1], 6, [[0], [2]], [1]],
	])('%s', (_what, sizes, most, groups, alone) => {
		expect(withinSize([sizes.map((_, at) => at)], bodyOf(sizes), most + FRAME)).toEqual({ groups, alone });
	});

	it('are measured in bytes, not in letters', () => {
		expect(withinSize([[0]], () => 'ä'.repeat(10), 12).alone).toEqual([0]);
		expect(withinSize([[0]], () => 'a'.repeat(10), 12).alone).toEqual([]);
	});

	it('name the field', () => {
		expect(tooLarge('Partner', { bytes: 2048, field: 'Rules' })).toMatchObject({ kind: 'validation', details: { faults: [{ field: 'Rules', expected: expect.stringMatching(/2 KB that Partner takes/) as string }] } });
	});

	const small = { ...batched, batch: { ...batched.batch, mostBytes: { bytes: 40, field: 'Code' } } };

	it('go out as several, and each item gets its own', async () => {
		const sender = new FakeSender(({ body }) => Object.fromEntries(((body as { codes: string[] }).codes).map((code) => [code, code.length])));
		const codes = ['a1', 'a22', 'a333', 'a4444', 'a55555', 'a666666'];
		const results = await runItems(any(small), runOf(codes, sender));
		expect(results).toEqual(codes.map((code) => ({ items: [{ code, at: code.length }] })));
		expect(sender.reads.length).toBeGreaterThan(1);
		expect(sender.reads.every(({ body }) => JSON.stringify(body).length <= 40)).toBe(true);
	});

	it('stop the run before anything is sent where one item alone is, or fail it alone', async () => {
		const codes = ['a1', `a${'2'.repeat(50)}`, 'a3'];
		const sender = new FakeSender(() => ({}));
		await expect(runItems(any(small), runOf(codes, sender))).rejects.toMatchObject({ itemIndex: 1, failure: { kind: 'validation' } });
		expect(sender.reads).toEqual([]);
		const results = await runItems(any(small), runOf(codes, sender, { continueOnFail: true }));
		expect(results.map((result: ItemResult) => 'failure' in result)).toEqual([false, true, false]);
	});
});
