import { run } from '../../../host/command';

describe('a command that takes too long', () => {
	const command = { program: process.execPath, args: ['-e', 'setTimeout(() => {}, 60_000)'], cwd: __dirname, env: process.env, timeoutMs: 200 };

	it('is stopped, and the error says for how long it was waited', async () => {
		await expect(run(command)).rejects.toThrow(/took more than 0\.2 s\.\n/);
	});

	it('says what to do, where it is known', async () => {
		await expect(run({ ...command, timeoutAdvice: 'Run it again.' })).rejects.toThrow(/took more than 0\.2 s\. Run it again\.\n/);
	});
});
