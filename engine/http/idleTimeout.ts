import { sleep } from 'n8n-workflow';

/** How often to look whether something came, in milliseconds. */
const STEP_MS = 250;

/**
 * How long nothing has come of an answer: the host's time-out ends with its headers. Steps are counted, and no instants: a clock
 * that is set makes no silence.
 */
export class IdleTimeout {
	/** Between two looks, in milliseconds. */
	readonly stepMs: number;
	private silentMs = 0;

	/**
	 * @param timeoutMs longest silence, in milliseconds
	 * @param progress what changes with everything that comes; undefined while nobody waits, which is no silence
	 */
	constructor(
		private readonly timeoutMs: number,
		private readonly progress: () => number | undefined,
		private last = progress(),
	) {
		this.stepMs = Math.min(STEP_MS, timeoutMs);
	}

	/** Waits for a step. @returns whether it has been silent for too long */
	async step(): Promise<boolean> {
		await sleep(this.stepMs);
		const now = this.progress();
		this.silentMs = now !== undefined && now === this.last ? this.silentMs + this.stepMs : 0;
		this.last = now;
		return this.silentMs >= this.timeoutMs;
	}
}

/** An error with the system's code for a time-out. */
export function timeOutError(message: string): Error {
	return Object.assign(new Error(message), { code: 'ETIMEDOUT' });
}
