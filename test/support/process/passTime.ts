const [wall, running] = [Date.now.bind(Date), performance.now.bind(performance)];

/** From now on so much time has passed, by every clock of this process. `jest.restoreAllMocks` takes it back. */
export function passTime(ms: number): void {
	setClock(ms);
	const ahead = Math.round(performance.now() - running()) + ms;
	jest.spyOn(performance, 'now').mockImplementation(() => running() + ahead);
}

/** From now on the clock of the computer shows so much more. No time has passed. `jest.restoreAllMocks` takes it back. */
export function setClock(ms: number): void {
	const ahead = Date.now() - wall() + ms;
	jest.spyOn(Date, 'now').mockImplementation(() => wall() + ahead);
}
