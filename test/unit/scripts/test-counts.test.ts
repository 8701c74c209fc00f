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
