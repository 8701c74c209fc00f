/** Difference between both clocks that is a step, and no waiting for a slow computer. In milliseconds. */
const STEP_MS = 30_000;

/** Sees a clock being set while this process runs, by another one that cannot be set. */
export class ClockMonitor {
	private ahead: number | undefined;
	private steppedAt = Number.NEGATIVE_INFINITY;

	/**
	 * @param now wall clock, in milliseconds since 1970
	 * @param running milliseconds that this process has been running, or any other clock that cannot be set
	 * @returns for how many milliseconds the wall clock has gone evenly, as far as this process knows
	 */
	evenFor(now: number, running: number): number {
		const ahead = now - running;
		if (this.ahead !== undefined && Math.abs(ahead - this.ahead) > STEP_MS) this.steppedAt = running;
		this.ahead = ahead;
		return running - this.steppedAt;
	}
}
