// How a run of jest is counted. CommonJS, so that its own test (which jest runs) can load it.
'use strict';

/**
 * A skipped or unwritten test counts as failed: it would otherwise be forgotten. So does a run that ends badly without
 * a failed test, and one that ran nothing.
 */
function countJest(report, exitCode) {
	if (!report) return { passed: 0, failed: 1, notes: [`jest ended with code ${exitCode} and left no result`] };
	const notRun = report.numPendingTests + report.numTodoTests;
	const notes = namesOf(report, ['pending', 'skipped', 'todo', 'disabled']).map(
		(name) => `skipped, which counts as failed: ${name}`,
	);
	if (report.numRuntimeErrorTestSuites > 0) {
		notes.push(`${report.numRuntimeErrorTestSuites} test files could not be run to their end`);
	}
	const passed = report.numPassedTests;
	const failed = report.numFailedTests + notRun + report.numRuntimeErrorTestSuites;
	if (passed + failed === 0) return { passed, failed: 1, notes: [...notes, 'there are test files, but no test ran'] };
	if (exitCode !== 0 && failed === 0) {
		return { passed, failed: 1, notes: [...notes, `jest ended with code ${exitCode} though no test failed`] };
	}
	return { passed, failed, notes };
}

function namesOf(report, statuses) {
	const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
	return tests.filter(({ status }) => statuses.includes(status)).map(({ fullName }) => fullName);
}

/** The last line of a test run. */
function summaryLine(results) {
	const sum = (field) => results.reduce((total, result) => total + result[field], 0);
	return `${sum('passed')} passed, ${sum('failed')} failed`;
}

module.exports = { countJest, summaryLine };
