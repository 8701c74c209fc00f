const HOUR_MS = 60 * 60 * 1000;

/** Counts calls for each property; the counter starts anew every hour (rates-and-availability). */
export class HourlyLimit {
	private hour = 0;

	private counts = new Map<string, number>();

	/** @returns whether the call is within the limit */
	take(propertyId: string, limit: number): boolean {
		const hour = Math.floor(Date.now() / HOUR_MS);
		if (hour !== this.hour) this.reset();
		this.hour = hour;
		const count = (this.counts.get(propertyId) ?? 0) + 1;
		this.counts.set(propertyId, count);
		return count <= limit;
	}

	reset(): void {
		this.counts.clear();
	}
}
