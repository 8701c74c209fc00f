// `npm run soak`: what takes too long for every change. What is given after `--` goes to test/soak/run.ts.
import { setUp } from './setup.mjs';
import { handOver, runAsProgram, tool } from './steps.mjs';

await runAsProgram(import.meta.url, async (args) => {
	await setUp();
	await handOver(tool('tsx', 'test/soak/run.ts', ...args));
});
