import { sleep } from 'n8n-workflow';

/** How often to look whether work has ended, in milliseconds. */
const STEP_MS = 250;

/**
 * Work that comes one after the other. Work that hangs holds up the rest for a limited time only: then the next begins,
 * though the earlier may still come to its end some day.
 */
export class CallQueue {
	private last: Promise<unknown> = Promise.resolve();

	/** @param limitMs longest time that others wait for a piece of work */
	constructor(
		private readonly limitMs = 10_000,
		private readonly wait: (ms: number) => Promise<void> = sleep,
	) {}

	/**
	 * Runs `work` when all earlier work has ended, well or not, or was given up.
	 *
	 * @throws CallTimeout where it took too long; what work throws
	 */
	async next<T>(work: () => Promise<T>): Promise<T> {
		const mine = this.last.then(async () => await this.limited(work()));
		this.last = mine.catch(() => undefined);
		return await mine;
	}

	private async limited<T>(work: Promise<T>): Promise<T> {
		let isOver = false;
		const over = () => {
			isOver = true;
		};
		work.then(over, over);
		const watch = async (): Promise<T> => {
			for (let leftMs = this.limitMs; !isOver && leftMs > 0; leftMs -= STEP_MS) await this.wait(Math.min(STEP_MS, leftMs));
			if (!isOver) throw new CallTimeout(this.limitMs);
			return await work;
		};
		return await Promise.race([work, watch()]);
	}
}

/** Work took too long. It was not stopped, since that cannot be done. */
export class CallTimeout extends Error {
	constructor(limitMs: number) {
		super(`n8n's database did not answer within ${Math.round(limitMs / 1_000)} seconds`);
	}
}
