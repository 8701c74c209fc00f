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
	testResults: Array<{
		/** Path of the file. */
		name?: string;
		status?: string;
		/** What a file says that could not be run. */
		message?: string;
		assertionResults: Array<{ status: string; fullName: string; failureMessages?: string[] }>;
	}>;
}

export function countJest(report: JestReport | undefined, exitCode: number): Counts;
export function summaryLine(results: ReadonlyArray<{ passed: number; failed: number }>): string;
