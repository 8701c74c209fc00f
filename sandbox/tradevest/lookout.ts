/** The longest time a timer can take. */
const LONGEST_MS = 2 ** 31 - 1;

/** Looks at the books when something is due, so that it is told even if nobody asks. One timer: for what is due first. */
export class Lookout {
	private dueAt: number[] = [];

	private cancel: () => void = () => undefined;

	/**
	 * @param now the sandbox's time in milliseconds
	 * @param later runs a step later, and gives what forgets it; a reset forgets it, too
	 * @param settleAll does all that is due
	 */
	constructor(
		private readonly now: () => number,
		private readonly later: (delayMs: number, step: () => void) => () => void,
		private readonly settleAll: () => void,
	) {}

	/** Has it look once so many milliseconds are over. */
	lookAfter(ms: number): void {
		this.dueAt.push(this.now() + ms);
		this.plan();
	}

	/** Looks now. */
	look(): void {
		this.settleAll();
		this.dueAt = this.dueAt.filter((at) => at > this.now());
		this.plan();
	}

	reset(): void {
		this.dueAt = [];
		this.cancel();
	}

	private plan(): void {
		this.cancel();
		const first = this.dueAt.reduce((least, at) => Math.min(least, at), Infinity);
		if (first !== Infinity) this.cancel = this.later(Math.min(Math.max(0, first - this.now()), LONGEST_MS), () => this.look());
	}
}
