import type { IDataObject } from 'n8n-workflow';

import { runItems } from '../../../../engine/items/runItems';
import type { Outcome } from '../../../../engine/operation/operation';
import type { Ask } from '../../../../engine/operation/reads';
import { any, batched, FakeSender, failure, runOf, single, type Code } from '../../../support/services/madeUp';

const CHECK = { method: 'GET', path: '/check' } as const;

/** Notes what it was given, and reads the same thing once for each outcome. */
function looking(seen: Array<ReadonlyArray<Outcome<Code>>>) {
	return {
		lookBack: async (outcomes: ReadonlyArray<Outcome<Code>>, ask: Ask): Promise<IDataObject[][]> => {
			seen.push(outcomes);
			return await Promise.all(outcomes.map(async ({ items = [] }) => {
				await ask(CHECK);
				return items.map((item) => ({ ...item, checked: true }));
			}));
		},
	};
}

describe.each<[what: string, operation: typeof single | typeof batched]>([
	['items that share requests', batched],
	['items with a request each', single],
])('after all requests of a run, an operation may look back: %s', (_what, operation) => {
	const answers = new FakeSender(({ path, body }) => (path === '/things/bad' || JSON.stringify(body)?.includes('bad') ? (() => { throw failure('validation'); })() : {}));

	it('once, at all outcomes in their order, with reads of its own that are shared', async () => {
		const seen: Array<ReadonlyArray<Outcome<Code>>> = [];
		const sender = new FakeSender(() => ({}));
		const results = await runItems(any({ ...operation, ...looking(seen) } as typeof single), runOf(['a1', 'b1', 'a2'], sender, { batchSize: 1 }));
		expect(seen.map((outcomes) => outcomes.map(({ parameters }) => parameters.code))).toEqual([['a1', 'b1', 'a2']]);
		expect(results.map((result) => 'items' in result && result.items[0]?.checked)).toEqual([true, true, true]);
		expect(sender.reads.at(-1)).toEqual(CHECK);
		expect(sender.reads.filter(({ path }) => path === CHECK.path)).toHaveLength(1);
	});

	it('and sees which failed, whose failures stay', async () => {
		const seen: Array<ReadonlyArray<Outcome<Code>>> = [];
		const results = await runItems(any({ ...operation, ...looking(seen) } as typeof single), runOf(['a1', 'bad'], answers, { continueOnFail: true }));
		expect(seen[0]?.map(({ items }) => items !== undefined)).toEqual([true, false]);
		expect(results).toMatchObject([{ items: [{ checked: true }] }, { failure: { kind: 'validation' } }]);
	});

	it('not where nothing was done, nor where the run stopped', async () => {
		const seen: Array<ReadonlyArray<Outcome<Code>>> = [];
		const run = any({ ...operation, ...looking(seen) } as typeof single);
		await runItems(run, runOf(['bad'], answers, { continueOnFail: true }));
		await expect(runItems(run, runOf(['a1', 'bad'], answers))).rejects.toMatchObject({ itemIndex: 1 });
		expect(seen).toEqual([]);
	});
});
