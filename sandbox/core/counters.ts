/** What was counted of one operation. */
export interface OperationCount {
	received: number;
	/** By status; `cut` for connections that were cut and `silent` for calls that got no answer. */
	answered: Record<string, number>;
	inFlight: number;
	maxInFlight: number;
}

/** How a call ended: an HTTP status, or none. */
export type Outcome = number | 'cut' | 'silent';

/** Counts calls, so that a test can state "one token call" or "one order". */
export class Counters {
	private counts = new Map<string, OperationCount>();

	private unmatched = 0;

	constructor(private readonly operationIds: string[]) {
		this.reset();
	}

	started(operationId: string): void {
		const count = this.of(operationId);
		count.received += 1;
		count.inFlight += 1;
		count.maxInFlight = Math.max(count.maxInFlight, count.inFlight);
	}

	/** Called just before the answer leaves, so that the caller never sees an answer that is not counted yet. */
	ended(operationId: string, outcome: Outcome): void {
		const count = this.of(operationId);
		count.inFlight = Math.max(0, count.inFlight - 1);
		count.answered[outcome] = (count.answered[outcome] ?? 0) + 1;
	}

	notFound(): void {
		this.unmatched += 1;
	}

	snapshot(): { operations: Record<string, OperationCount>; unmatched: number } {
		return { operations: structuredClone(Object.fromEntries(this.counts)), unmatched: this.unmatched };
	}

	reset(): void {
		this.unmatched = 0;
		// Every operation is listed, so that "never called" reads as 0 and not as absent.
		for (const operationId of this.operationIds) {
			const inFlight = this.counts.get(operationId)?.inFlight ?? 0;
			this.counts.set(operationId, { received: 0, answered: {}, inFlight, maxInFlight: inFlight });
		}
	}

	private of(operationId: string): OperationCount {
		let count = this.counts.get(operationId);
		if (!count) {
			count = { received: 0, answered: {}, inFlight: 0, maxInFlight: 0 };
			this.counts.set(operationId, count);
		}
		return count;
	}
}
