import { packages, type Package } from '../data/packages';
import { timeOf } from '../times';
import type { Quote } from '../types';

export interface HeldPackage extends Package {
	/** Of the booking it became. */
	bookingId: string | null;
}

/** The quotes and offers of the widget, and what became of them. */
export class PackageBook {
	private held: HeldPackage[] = [];

	constructor(private readonly now: () => number) {
		this.reset();
	}

	find(kind: Package['kind'], id: string): HeldPackage | undefined {
		return this.held.find((each) => each.kind === kind && each.quote.id === id);
	}

	/** Notes that the customer declined. What was declined before keeps its first time. */
	optOut(found: HeldPackage): Quote {
		if (found.quote.opted_out_at === null) {
			const now = timeOf(this.now());
			found.quote = { ...found.quote, opted_out_at: now, updated_at: now };
		}
		return found.quote;
	}

	/** Whether its time is over. What that leads to is not documented. */
	isOver({ quote }: HeldPackage): boolean {
		return Date.parse(quote.expires_at ?? '') < this.now();
	}

	view(kind: Package['kind']): Quote[] {
		return this.held.filter((each) => each.kind === kind).map(({ quote }) => quote);
	}

	reset(): void {
		this.held = packages.map((each) => ({ ...each, bookingId: null }));
	}
}
