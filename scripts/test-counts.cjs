// How a run of jest is counted. CommonJS, so that its own test (which jest runs) can load it.
'use strict';

const { basename } = require('node:path');
const { stripVTControlCharacters } = require('node:util');

/** So many failures are named. More have one cause, and a table is to be read. */
const MOST_NAMED = 20;
/** Characters of what a failure says. */
const MOST_WORDS = 300;

/**
 * A skipped or unwritten test counts as failed: it would otherwise be forgotten. So does a run that ends badly without
 * a failed test, and one that ran nothing. What failed is named in the notes, for who has only the end of a long log.
 */
function countJest(report, exitCode) {
	if (!report) return { passed: 0, failed: 1, notes: [`jest ended with code ${exitCode} and left no result`] };
	const notRun = report.numPendingTests + report.numTodoTests;
	const notes = namesOf(report, ['pending', 'skipped', 'todo', 'disabled']).map(
		(name) => `skipped, which counts as failed: ${name}`,
	);
	const failures = failuresOf(report);
	notes.push(...failures.slice(0, MOST_NAMED));
	if (failures.length > MOST_NAMED) notes.push(`and ${failures.length - MOST_NAMED} more`);
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

/** Each failed test, and each file that could not be run, with the first line of what it says. */
function failuresOf(report) {
	return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
		const file = basename(name ?? 'a file without a name');
		const failed = assertionResults.filter((test) => test.status === 'failed');
		if (failed.length === 0 && status === 'failed') return [`not run to its end: ${file}: ${firstWords(message)}`];
		return failed.map(({ fullName, failureMessages }) => `failed: ${file}: ${fullName}: ${firstWords(failureMessages?.[0])}`);
	});
}

/** What a failure says before it shows where: in one line, without colors. */
function firstWords(message = '') {
	const plain = stripVTControlCharacters(message).split(/\n\s+at /)[0];
	return plain.replace(/\s+/g, ' ').trim().slice(0, MOST_WORDS);
}

/** The last line of a test run. */
function summaryLine(results) {
	const sum = (field) => results.reduce((total, result) => total + result[field], 0);
	return `${sum('passed')} passed, ${sum('failed')} failed`;
}

module.exports = { countJest, summaryLine };
