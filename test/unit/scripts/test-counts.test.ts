import { countJest, summaryLine, type JestReport } from '../../../scripts/test-counts.cjs';

const report = (numbers: Partial<JestReport> = {}): JestReport => ({
	numPassedTests: 0,
	numFailedTests: 0,
	numPendingTests: 0,
	numTodoTests: 0,
	numRuntimeErrorTestSuites: 0,
	testResults: [],
	...numbers,
});

describe('how a run of jest is counted', () => {
	test('tests count one by one', () => {
		expect(countJest(report({ numPassedTests: 7, numFailedTests: 2 }), 1)).toEqual({ passed: 7, failed: 2, notes: [] });
	});

	test('skipped and unwritten tests count as failed and are named', () => {
		const testResults = [
			{
				assertionResults: [
					{ status: 'passed', fullName: 'prices an item' },
					{ status: 'pending', fullName: 'orders twice' },
					{ status: 'todo', fullName: 'returns goods' },
				],
			},
		];
		const counts = countJest(report({ numPassedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults }), 0);
		expect(counts).toMatchObject({ passed: 1, failed: 2 });
		expect(counts.notes).toEqual([
			'skipped, which counts as failed: orders twice',
			'skipped, which counts as failed: returns goods',
		]);
	});

	test('a test file that cannot be run counts as failed', () => {
		expect(countJest(report({ numPassedTests: 3, numRuntimeErrorTestSuites: 1 }), 1)).toMatchObject({ passed: 3, failed: 1 });
	});

	test('what failed is named, in one line each', () => {
		const failed = (fullName: string) => ({ status: 'failed', fullName, failureMessages: ['\u001b[31mError: expected 1\n\nReceived: 2\u001b[39m\n    at Object.<anonymous> (orders.test.ts:3:1)'] });
		const testResults = [
			{ name: '/anywhere/test/orders.test.ts', status: 'failed', message: '', assertionResults: [failed('orders once'), { status: 'passed', fullName: 'prices' }] },
			{ name: '/anywhere/test/broken.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
			{ name: '/anywhere/test/many.test.ts', status: 'failed', message: '', assertionResults: Array.from({ length: 30 }, (_, at) => failed(`many ${at}`)) },
		];
		const { notes } = countJest(report({ numPassedTests: 1, numFailedTests: 31, numRuntimeErrorTestSuites: 1, testResults }), 1);
		expect(notes.slice(0, 2)).toEqual(['failed: orders.test.ts: orders once: Error: expected 1 Received: 2', 'not run to its end: broken.test.ts: Cannot find module']);
		expect(notes).toHaveLength(22);
		expect(notes.slice(20)).toEqual(['and 12 more', '1 test files could not be run to their end']);
	});

	test('a run that leaves no result counts as failed', () => {
		expect(countJest(undefined, 134)).toMatchObject({ passed: 0, failed: 1 });
	});

	test('a run in which nothing ran counts as failed', () => {
		expect(countJest(report(), 0)).toMatchObject({ passed: 0, failed: 1 });
	});

	test('a run that ends badly though no test failed counts as failed', () => {
		expect(countJest(report({ numPassedTests: 3 }), 1)).toMatchObject({ passed: 3, failed: 1 });
	});
});

test('the last line adds everything up', () => {
	const results = [
		{ passed: 1, failed: 0 },
		{ passed: 40, failed: 2 },
	];
	expect(summaryLine(results)).toBe('41 passed, 2 failed');
	expect(summaryLine([])).toBe('0 passed, 0 failed');
});
