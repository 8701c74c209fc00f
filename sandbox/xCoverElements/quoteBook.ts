import { quotes } from './data/quotes';
import type { Quote } from './types';

/** The quotes, and which of them were declined. */
export class QuoteBook {
	private held = new Map<string, Quote>();

	constructor() {
		this.reset();
	}

	/** Notes that the customer declined. A quote that was declined before keeps its first time. */
	optOut(id: string): Quote | undefined {
		const quote = this.held.get(id);
		if (!quote || quote.opted_out_at !== null) return quote;
		// This interface writes microseconds.
		const now = new Date().toISOString().replace('Z', '000Z');
		const declined = { ...quote, opted_out_at: now, updated_at: now };
		this.held.set(id, declined);
		return declined;
	}

	view(): Quote[] {
		return [...this.held.values()];
	}

	reset(): void {
		this.held = new Map(quotes.map((quote) => [quote.id, quote]));
	}
}
