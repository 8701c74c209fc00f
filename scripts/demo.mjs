// `npm run demo`: from nothing to a running n8n with the nodes in it. What is given after `--` goes to demo/run.ts.
import { setUp } from './setup.mjs';
import { handOver, runAsProgram, tool } from './steps.mjs';

await runAsProgram(import.meta.url, async (args) => {
	await setUp();
	await handOver(tool('tsx', 'demo/run.ts', ...args));
});
