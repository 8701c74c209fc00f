// `npm test`: every check there is, from a bare checkout. With `unit`, `engine` or `e2e` only those tests, and with words
// after that only the test files whose paths hold one of them. E2E_N8N_VERSION limits all of it to one n8n; `engine` alone
// runs on the n8n that needs no installation, unless that says another.
import { endToEndTests, engineTests, unitTests } from './jest.mjs';
import { e2eVersions, ENGINE_AT_HAND, Hosts } from './n8n-hosts.mjs';
import { setUp } from './setup.mjs';
import { duration, runAsProgram, stream, StepError } from './steps.mjs';
import counts from './test-counts.cjs';

const types = { name: 'types', run: () => check(['npm', 'run', 'check']) };
const lint = { name: 'lint', run: () => check(['npm', 'run', 'lint']) };
const build = { name: 'build', run: () => check(['npm', 'run', 'build']) };
const dist = { name: 'dist', run: () => check(['npm', 'run', 'lint:dist']) };
const unit = { name: 'unit', run: ({ words }) => unitTests(words) };
/** Stand for one step for each n8n. */
const engine = { name: 'engine' };
const e2e = { name: 'e2e' };

const PLANS = {
	all: [types, lint, build, dist, unit, engine, e2e],
	unit: [unit],
	engine: [engine],
	e2e: [build, e2e],
};

await runAsProgram(import.meta.url, async ([plan = 'all', ...words]) => {
	if (!PLANS[plan]) throw new StepError(`There is no "${plan}"; say one of ${Object.keys(PLANS).join(', ')}, or nothing.`);
	const results = [];
	try {
		await setUp();
	} catch (error) {
		console.error(error instanceof StepError ? error.message : error);
		results.push({ name: 'setup', passed: 0, failed: 1, notes: [], tookMs: 0 });
	}
	if (results.length === 0) {
		for (const { name, run } of await stepsOf(PLANS[plan])) {
			console.log(`\n--- ${name} ---`);
			const startedAt = Date.now();
			results.push({ name, ...(await run({ results, words })), tookMs: Date.now() - startedAt });
		}
	}
	printTable(results);
	console.log(counts.summaryLine(results));
	if (results.some(({ failed }) => failed > 0)) process.exitCode = 1;
});

/** With a step for each n8n in the place of the tests that run in it, all of one n8n before those of the next. */
async function stepsOf(plan) {
	if (!plan.includes(engine) && !plan.includes(e2e)) return plan;
	const isQuick = !plan.includes(e2e) && !process.env.E2E_N8N_VERSION;
	const hosts = new Hosts(isQuick ? [ENGINE_AT_HAND] : await e2eVersions());
	// Begun once there is a package to test in them, so that nobody waits for n8n after a build that failed.
	const buildAndInstall = async () => {
		const result = await build.run();
		if (result.failed === 0) hosts.installBeside();
		return result;
	};
	const first = plan.filter((step) => step !== engine && step !== e2e).map((step) => (step === build ? { name: build.name, run: buildAndInstall } : step));
	const inEach = hosts.versions.flatMap((version) => [
		...(plan.includes(engine) ? [{ name: `engine ${version}`, run: (given) => onEngine(hosts, version, given) }] : []),
		...(plan.includes(e2e) ? [{ name: `e2e ${version}`, run: (given) => endToEnd(hosts, version, given) }] : []),
	]);
	return [...first, ...inEach];
}

/** A check that passes or fails as a whole. */
async function check(command) {
	const exitCode = await stream(command);
	return exitCode === 0 ? { passed: 1, failed: 0, notes: [] } : { passed: 0, failed: 1, notes: [] };
}

async function onEngine(hosts, version, { words }) {
	if (version === ENGINE_AT_HAND) return await engineTests(words);
	if (!(await hosts.isReady(version))) return notRun(`n8n ${version} could not be installed`);
	return await engineTests(words, await hosts.installed(version));
}

async function endToEnd(hosts, version, { results, words }) {
	if (results.some(({ name, failed }) => name === build.name && failed > 0)) return notRun('the build failed');
	if (!(await hosts.isReady(version))) return notRun(`n8n ${version} could not be installed`);
	return await endToEndTests(version, { words, isWhole: version === hosts.versions.at(-1) });
}

function notRun(why) {
	return { passed: 0, failed: 1, notes: [`not run: ${why}`] };
}

function printTable(results) {
	const width = Math.max(...results.map(({ name }) => name.length), 8);
	console.log(`\n${'step'.padEnd(width)}  passed  failed  time`);
	for (const { name, passed, failed, notes, tookMs } of results) {
		console.log(`${name.padEnd(width)}${String(passed).padStart(8)}${String(failed).padStart(8)}  ${duration(tookMs)}`);
		for (const note of notes) console.log(`${' '.repeat(width)}  ${note}`);
	}
	console.log('');
}
