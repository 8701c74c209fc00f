import type { IExecuteFunctions, INode, NodeExecutionHint } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { Failure } from '../../../../engine/failure';
import type { ItemResult } from '../../../../engine/items/itemsRun';
import { showRunHints } from '../../../../engine/items/runHints';
import { hintAbout } from '../../../../engine/operation/hintAbout';
import type { AnyOperation } from '../../../../engine/operation/operation';
import { any, order, single } from '../../../support/services/madeUp';
import { testNode } from '../../../support/tokens/hookHost';

const failed: ItemResult = { failure: new Failure('notFound', 'No', { advice: '' }) };
const items = (...values: number[]): ItemResult => ({ items: values.map((value) => ({ value })) });
const small: AnyOperation['hints'] = (outcomes) => hintAbout(outcomes, ({ value }) => Number(value) < 10, (howMany) => ({ message: `Small: ${howMany}`, type: 'warning' }));

/** What n8n is told to show of a run. */
function shown(operation: AnyOperation, results: readonly ItemResult[], node: Partial<INode> = {}, isToolExecution = false): NodeExecutionHint[] {
	const told: NodeExecutionHint[] = [];
	const context = { getNode: () => ({ ...testNode, ...node }), isToolExecution: () => isToolExecution, addExecutionHints: (...hints: NodeExecutionHint[]) => void told.push(...hints) };
	showRunHints(context, operation, results, new Map(results.map((_, index) => [index, { code: `c${index}` }])));
	return told;
}

describe('hints after a run', () => {
	it('are shown in the output, in the operation\'s words', () => {
		expect(shown({ ...any(single), hints: small }, [items(1)])).toEqual([{ message: 'Small: this item', type: 'warning', location: 'outputPane' }]);
	});

	it.each<[string, ItemResult[], string[]]>([
		['all', [items(1), items(2, 3)], ['Small: all 3 items']],
		['some', [items(1), items(20), items(30, 40)], ['Small: 1 of 4 items']],
		['none', [items(20)], []],
		['some, where others failed', [failed, items(1), items(20)], ['Small: 1 of 2 items']],
	])('count the items that came out: %s', (_what, results, messages) => {
		expect(shown({ ...any(single), hints: small }, results).map(({ message }) => message)).toEqual(messages);
	});

	it('are shown once, where two say the same', () => {
		expect(shown({ ...any(single), hints: () => [{ message: 'a' }, { message: 'b' }, { message: 'a' }] }, [items(1)]).map(({ message, type }) => [message, type])).toEqual([['a', 'info'], ['b', 'info']]);
	});

	it('know the parameters of each item as they were read, in the order of the items, and what failed', () => {
		let seen: unknown;
		shown({ ...any(single), hints: (outcomes) => ((seen = outcomes.map(({ parameters, items: out, failure }) => [parameters, out?.length, failure?.kind])), []) }, [items(1), failed]);
		expect(seen).toEqual([[{ code: 'c0' }, 1, undefined], [{ code: 'c1' }, undefined, 'notFound']]);
	});

	it.each<[string, Partial<INode>, boolean]>([
		['in a context of tools', {}, true],
		['by the workflow engine', { rewireOutputLogTo: NodeConnectionTypes.AiTool }, false],
	])('are not made where a model called: %s', (_what, node, isToolExecution) => {
		let asked = 0;
		expect(shown({ ...any(single), hints: () => ((asked += 1), [{ message: 'a' }]) }, [items(1)], node, isToolExecution)).toEqual([]);
		expect(asked).toBe(0);
	});

	it('break nothing in an n8n that has no place for them', () => {
		const context = { getNode: () => testNode } as unknown as IExecuteFunctions;
		expect(() => showRunHints(context, { ...any(single), hints: small }, [items(1)], new Map([[0, {}]]))).not.toThrow();
	});

	it('break nothing where they cannot be made: what was sent was sent', () => {
		const broken: AnyOperation['hints'] = () => {
			throw new TypeError('odd');
		};
		expect(shown({ ...any(single), hints: broken }, [items(1)])).toEqual([]);
		// What the engine itself knows stays.
		expect(shown({ ...any(order), hints: broken }, [{ items: [{ alreadySubmitted: true }] }]).map(({ message }) => message)).toEqual([expect.stringMatching(/^Sent before, and not sent again/)]);
	});

	it('tell of every write that happens once what was not sent again, and what a look-up found', () => {
		const results: ItemResult[] = [
			{ items: [{ alreadySubmitted: false, outcomeFrom: 'answer' }] },
			{ items: [{ alreadySubmitted: true, outcomeFrom: 'lookUp' }] },
			{ items: [{ alreadySubmitted: false, outcomeFrom: 'lookUp' }] },
		];
		expect(shown(any(order), results).map(({ message }) => message)).toEqual([
			expect.stringMatching(/^Sent before, and not sent again \(alreadySubmitted\): 1 of 3 items\./),
			expect.stringMatching(/^No answer said what became of it, and a look-up found it at the partner \(outcomeFrom\): 1 of 3 items\./),
		]);
		expect(shown(any(single), results)).toEqual([]);
	});
});
