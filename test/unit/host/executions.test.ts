import { stringify } from 'flatted';

import { decodeExecutionData, isFinished, itemsOf, nodeTimes, runsOf } from '../../../host/executions';

const item = { json: { sku: 'A-1' }, pairedItem: { item: 0 } };
const run = (executionTime: number, ...outputs: Array<Array<typeof item> | null>) => ({
	startTime: 0,
	executionTime,
	executionStatus: 'success',
	data: { main: outputs },
});

// The same item object twice: n8n's form writes it once, plain JSON would not.
const stored = stringify({
	resultData: { runData: { Start: [run(1, [item])], Price: [run(20, [item, item]), run(30, null, [item])] } },
});

describe('the data of an execution', () => {
	const execution = { data: decodeExecutionData(stored) };

	test('is decoded from the form n8n stores it in', () => {
		expect(Object.keys(execution.data.resultData.runData)).toEqual(['Start', 'Price']);
		expect(itemsOf(execution, 'Start')).toEqual([item]);
	});

	test('is taken as it is when n8n has decoded it already', () => {
		expect(decodeExecutionData({ resultData: { runData: {} } }).resultData.runData).toEqual({});
	});

	test('is refused when there is none to read', () => {
		expect(() => decodeExecutionData(undefined)).toThrow('no readable data');
		expect(() => decodeExecutionData('[{}]')).toThrow('no readable data');
	});

	test('holds the items of each output of each run', () => {
		expect(itemsOf(execution, 'Price', 0, 0)).toHaveLength(2);
		expect(itemsOf(execution, 'Price', 1)).toHaveLength(1);
		expect(itemsOf(execution, 'Price', 0)).toEqual([]);
	});

	test('says nothing of a node that did not run', () => {
		expect(runsOf(execution, 'Never')).toEqual([]);
		expect(itemsOf(execution, 'Never')).toEqual([]);
	});

	test('tells how long each run of each node took', () => {
		expect(nodeTimes(execution)).toEqual({ Start: [1], Price: [20, 30] });
	});
});

test.each([
	['success', true],
	['error', true],
	['crashed', true],
	['canceled', true],
	['new', false],
	['running', false],
	['waiting', false],
])('an execution that is "%s" has ended: %s', (status, hasEnded) => {
	expect(isFinished({ status })).toBe(hasEnded);
});
