import type { IDataObject } from 'n8n-workflow';

import { runItems } from '../../../../engine/items/runItems';
import type { AskedByItem, ReadsTogether, RepeatableOperation } from '../../../../engine/operation/operation';
import type { Ask } from '../../../../engine/operation/reads';
import { any, type Code, FakeSender, failure, runOf, single } from '../../../support/services/madeUp';

const { name, displayName, action, description, properties, source, parameters } = single;

/** Items with the same first letter are worked on together: one read, and an output for each. */
function together(consult: (all: ReadonlyArray<AskedByItem<Code>>, ask: Ask) => Promise<IDataObject[][]>): RepeatableOperation<Code> & ReadsTogether<Code> {
	return { name, displayName, action, description, properties, source, parameters, effect: 'read', jointly: { key: ({ code }) => code[0] ?? '', consult } };
}

const joint = together(async (all, ask) => {
	await ask({ method: 'GET', path: `/all/${all[0]!.parameters.code[0]}` });
	return all.map(({ item, parameters: { code } }) => Array.from({ length: code.length }, (_, at) => ({ item, code, at })));
});

describe('items that are worked on together', () => {
	it('share the reads, and each has output of its own, in its place', async () => {
		const sender = new FakeSender();
		const results = await runItems(any(joint), runOf(['a', 'bb', 'ab'], sender));
		expect(sender.reads).toHaveLength(2);
		expect(results).toEqual([{ items: [{ item: 1, code: 'a', at: 0 }] }, { items: [{ item: 2, code: 'bb', at: 0 }, { item: 2, code: 'bb', at: 1 }] }, { items: [{ item: 3, code: 'ab', at: 0 }, { item: 3, code: 'ab', at: 1 }] }]);
	});

	it('fail together, and no others with them', async () => {
		const failing = together(async (all) => {
			if (all[0]!.parameters.code.startsWith('x')) throw failure('notFound');
			return await Promise.resolve(all.map(() => [{}]));
		});
		const results = await runItems(any(failing), runOf(['x1', 'y', 'x2'], new FakeSender(), { continueOnFail: true }));
		expect(results.map((result) => ('failure' in result ? result.failure.kind : result.items))).toEqual(['notFound', [{}], 'notFound']);
		await expect(runItems(any(failing), runOf(['y', 'x1'], new FakeSender()))).rejects.toMatchObject({ itemIndex: 1 });
	});

	it('fail with nothing but a failure of ours', async () => {
		const odd = together(async () => await Promise.reject(new TypeError('x is not iterable')));
		const [result] = await runItems(any(odd), runOf(['a'], new FakeSender(), { continueOnFail: true }));
		expect(result).toMatchObject({ failure: { kind: 'brokenAnswer' } });
	});
});
