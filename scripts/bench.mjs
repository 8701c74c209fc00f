// `npm run bench`: from nothing to measured. What is given after `--` goes to test/bench/run.ts.
import { setUp } from './setup.mjs';
import { handOver, runAsProgram, tool } from './steps.mjs';

await runAsProgram(import.meta.url, async (args) => {
	await setUp();
	await handOver(tool('tsx', 'test/bench/run.ts', ...args));
});
