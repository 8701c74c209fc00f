/** From now on so much time has passed, by every clock of this process. `jest.restoreAllMocks` takes it back. */
export function passTime(ms: number): void {
	setClock(ms);
	const running = performance.now.bind(performance);
	jest.spyOn(performance, 'now').mockImplementation(() => running() + ms);
}

/** From now on the clock of the computer shows so much more. No time has passed. `jest.restoreAllMocks` takes it back. */
export function setClock(ms: number): void {
	const now = Date.now.bind(Date);
	jest.spyOn(Date, 'now').mockImplementation(() => now() + ms);
}
