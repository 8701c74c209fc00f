/**
 * A sandbox of its own for each test. Waits between tries are spread at random; here they are the shortest, which keeps the tests short.
 *
 * @param ready takes it over, and prepares the test
 */
export function inFreshSandbox<S extends { close(): Promise<void> }>(start: () => Promise<S>, ready: (sandbox: S) => unknown): void {
	let sandbox: S;
	beforeEach(async () => {
		sandbox = await start();
		await ready(sandbox);
		jest.spyOn(Math, 'random').mockReturnValue(0);
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await sandbox.close();
	});
}
