export interface Counts {
	passed: number;
	failed: number;
	notes: string[];
}

/** The part of jest's result (`--json`) that is counted. */
export interface JestReport {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
	numRuntimeErrorTestSuites: number;
	testResults: Array<{ assertionResults: Array<{ status: string; fullName: string }> }>;
}

export function countJest(report: JestReport | undefined, exitCode: number): Counts;
export function summaryLine(results: ReadonlyArray<{ passed: number; failed: number }>): string;
