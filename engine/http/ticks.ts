import { sleep } from 'n8n-workflow';

/** How often is looked, in milliseconds, unless what is waited for is shorter. */
const STEP_MS = 250;

/**
 * One timer for all that is waited for at a time. A timer for each request of a thousand, and another for its answer, would outlive
 * them and cost more than reading them does.
 *
 * Steps are counted, and no instants: a clock that somebody sets makes no time-out.
 */
export class Ticks {
	/** Between two looks, in milliseconds. */
	readonly stepMs: number;
	private readonly looks = new Set<() => void>();
	private isRunning = false;

	/** @param shortestMs the shortest time that is to be waited for */
	constructor(shortestMs: number) {
		this.stepMs = Math.min(STEP_MS, shortestMs);
	}

	/**
	 * @param look is called at every tick. The first comes after no more than a step, the others after a whole one
	 * @returns what ends it
	 */
	watch(look: () => void): () => void {
		this.looks.add(look);
		if (!this.isRunning) void this.run();
		return () => {
			this.looks.delete(look);
		};
	}

	private async run(): Promise<void> {
		this.isRunning = true;
		while (this.looks.size > 0) {
			await sleep(this.stepMs);
			for (const look of this.looks) this.take(look);
		}
		this.isRunning = false;
	}

	/** One that fails is not called again, and keeps no other from its turn. */
	private take(look: () => void): void {
		try {
			look();
		} catch {
			this.looks.delete(look);
		}
	}
}
