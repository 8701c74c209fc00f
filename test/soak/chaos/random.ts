/** Numbers that look random and are the same for the same seed. */
export class Random {
	private state: number;

	/** @param seed a whole number */
	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** At least 0 and less than 1 (mulberry32). */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number, both ends included. */
	between(least: number, most: number): number {
		return least + Math.floor(this.next() * (most - least + 1));
	}

	pick<T>(from: readonly T[]): T {
		const picked = from[Math.floor(this.next() * from.length)];
		if (picked === undefined) throw new Error('There is nothing to pick from.');
		return picked;
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	/** One of several, each as likely as its weight says. */
	weighted<T>(from: ReadonlyArray<readonly [weight: number, value: T]>): T {
		let left = this.next() * from.reduce((sum, [weight]) => sum + weight, 0);
		for (const [weight, value] of from) {
			left -= weight;
			if (left < 0) return value;
		}
		return this.pick(from)[1];
	}
}
