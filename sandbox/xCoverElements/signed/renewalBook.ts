import { renewalId } from '../ids';
import { DAY_MS, timeOf } from '../times';
import type { EventName } from '../types';
import { copyOf, isInForce, type HeldBooking, type HeldQuote } from './held';
import type { SignedBookingBook } from './signedBookingBook';

/** How a renewal stands. */
export type RenewalState = 'OPEN' | 'CONFIRMED' | 'OPTED_OUT' | 'EXPIRED';

export interface Renewal {
	id: string;
	bookingId: string;
	/** When the policies end that it renews. */
	endAt: number;
	state: RenewalState;
	/** How many of its events were told. */
	told: number;
}

/** When which event comes, from the end of the policies. The events are documented, their times are invented. */
const EVENTS: ReadonlyArray<[event: EventName, afterEndMs: number]> = [
	['RENEWAL_CREATED', -30 * DAY_MS],
	['RENEWAL_NOTIFICATION', -14 * DAY_MS],
	['RENEWAL_DUE', 0],
	['RENEWAL_EXPIRED', 14 * DAY_MS],
];

/** Renewals of bookings: what is due of them, and what is decided. */
export class RenewalBook {
	private held: Renewal[] = [];

	constructor(
		private readonly bookings: SignedBookingBook,
		private readonly now: () => number,
		private readonly tell: (event: EventName, booking: HeldBooking, renewalId: string) => void,
	) {}

	/** The renewal of a booking as it stands; a new one where it has none. Undefined where nothing of it can be renewed. */
	of(booking: HeldBooking): Renewal | undefined {
		const endAt = endOf(booking);
		if (endAt === null) return undefined;
		const known = this.held.find((renewal) => renewal.bookingId === booking.id && renewal.endAt === endAt);
		return known ?? this.begin(booking, endAt);
	}

	find(id: string): Renewal | undefined {
		return this.held.find((renewal) => renewal.id === id);
	}

	/** Renews for as long again. */
	confirm(renewal: Renewal, booking: HeldBooking): HeldBooking {
		renewal.state = 'CONFIRMED';
		const after = copyOf(booking);
		for (const quote of after.quotes.filter(isRenewable)) {
			const length = quote.endAt - quote.startAt;
			Object.assign(quote, { status: 'RENEWED', startAt: quote.endAt, endAt: quote.endAt + length, timesRenewed: quote.timesRenewed + 1, updatedAt: this.now() });
		}
		return this.bookings.replace({ ...after, status: 'RENEWED' });
	}

	/** Tells what is due. */
	settle(): void {
		for (const booking of this.bookings.list()) {
			const endAt = endOf(booking);
			const [, first = 0] = EVENTS[0] ?? [];
			if (endAt === null || this.now() < endAt + first) continue;
			const renewal = this.of(booking);
			if (renewal) this.tellDue(renewal, booking);
		}
	}

	view(): Array<Omit<Renewal, 'endAt' | 'told'> & { endAt: string; told: EventName[] }> {
		return this.held.map(({ endAt, told, ...renewal }) => ({ ...renewal, endAt: timeOf(endAt), told: EVENTS.slice(0, told).map(([event]) => event) }));
	}

	reset(): void {
		this.held = [];
	}

	private begin(booking: HeldBooking, endAt: number): Renewal {
		const renewal: Renewal = { id: renewalId(), bookingId: booking.id, endAt, state: 'OPEN', told: 0 };
		this.held.push(renewal);
		this.tellNext(renewal, booking);
		return renewal;
	}

	private tellDue(renewal: Renewal, booking: HeldBooking): void {
		while (renewal.state === 'OPEN' && this.now() >= renewal.endAt + (EVENTS[renewal.told]?.[1] ?? Infinity)) this.tellNext(renewal, booking);
	}

	private tellNext(renewal: Renewal, booking: HeldBooking): void {
		const [event] = EVENTS[renewal.told] ?? [];
		if (event === undefined) return;
		renewal.told += 1;
		if (event === 'RENEWAL_EXPIRED') renewal.state = 'EXPIRED';
		this.tell(event, booking, renewal.id);
	}
}

/** When what can be renewed of a booking ends; null where nothing can. */
function endOf(booking: HeldBooking): number | null {
	const ends = isInForce(booking) ? booking.quotes.filter(isRenewable).map(({ endAt }) => endAt) : [];
	return ends.length === 0 ? null : Math.min(...ends);
}

function isRenewable(quote: HeldQuote): boolean {
	return quote.product.isRenewable && isInForce(quote);
}
