/**
 * When something happened lately, in milliseconds since 1970. Times that lie in the future were noted by a clock that has been
 * set back since: they are dropped, so that a moved clock harms no longer than what is counted.
 */
export class SlidingWindow {
	private timesMs: number[] = [];

	/** @param withinMs how long a time counts, in milliseconds */
	constructor(private readonly withinMs: number) {}

	note(now: number): void {
		this.timesMs.push(now);
	}

	/** Takes the last time back: it did not happen after all. */
	takeBack(): void {
		this.timesMs.pop();
	}

	/** How often it happened within the span that counts. */
	count(now: number): number {
		this.timesMs = this.timesMs.filter((atMs) => atMs <= now && now - atMs < this.withinMs);
		return this.timesMs.length;
	}

	/** Milliseconds since the last time, or Infinity where there was none within the span. */
	sinceLastMs(now: number): number {
		return this.count(now) === 0 ? Infinity : now - Math.max(...this.timesMs);
	}

	/** Milliseconds until the earliest of them counts no more; 0 where there is none. */
	untilFewerMs(now: number): number {
		return this.count(now) === 0 ? 0 : Math.min(...this.timesMs) + this.withinMs - now;
	}
}
