import { startSuSandbox } from '../../../../sandbox/su';

describe('the server of a sandbox', () => {
	it('is at an address that no other one of the process had, though the system hands out free ports again', async () => {
		// Of 400, sixteen were seen again. Of 100, one is to be expected.
		const urls: string[] = [];
		for (let at = 0; at < 100; at += 1) {
			const sandbox = await startSuSandbox();
			urls.push(sandbox.url);
			await sandbox.close();
		}
		expect(new Set(urls).size).toBe(urls.length);
	});

	it('is at the port that is asked for, again and again', async () => {
		const first = await startSuSandbox();
		await first.close();
		const port = Number(new URL(first.url).port);
		const again = await startSuSandbox({ port });
		await again.close();
		expect(again.url).toBe(first.url);
	});
});
