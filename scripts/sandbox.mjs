// `npm run sandbox`: from nothing to local partners. What is given after `--` goes to sandbox/cli.ts.
import { setUp } from './setup.mjs';
import { handOver, runAsProgram, tool } from './steps.mjs';

await runAsProgram(import.meta.url, async (args) => {
	await setUp();
	await handOver(tool('tsx', 'sandbox/cli.ts', ...args));
});
