/**
 * How long nothing has come of an answer: the host's time-out ends with its headers. Looks are counted, and no instants: a clock that
 * is set makes no silence.
 */
export class IdleTimeout {
	private silentMs = 0;
	private last: number | undefined;

	/**
	 * @param timeoutMs longest silence, in milliseconds
	 * @param progress what changes with everything that comes; undefined while nobody waits, which is no silence
	 */
	constructor(
		private readonly timeoutMs: number,
		private readonly progress: () => number | undefined,
	) {}

	/** @param sinceMs how long ago the last look was, in milliseconds. @returns whether it has been silent for too long */
	isSilent(sinceMs: number): boolean {
		const now = this.progress();
		this.silentMs = now !== undefined && now === this.last ? this.silentMs + sinceMs : 0;
		this.last = now;
		return this.silentMs >= this.timeoutMs;
	}
}

/** An error with the system's code for a time-out. */
export function timeOutError(message: string): Error {
	return Object.assign(new Error(message), { code: 'ETIMEDOUT' });
}
