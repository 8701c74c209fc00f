import { bookingEvent, newsOf } from '../webhooks/eventPayload';
import type { EventPosts } from '../webhooks/eventPosts';
import type { XCoverElementsSettings } from '../settings';
import type { HeldBooking } from './held';
import { SignedOfferBook } from './offerBook';
import { RenewalBook } from './renewalBook';
import { SignedBookingBook } from './signedBookingBook';

/** A mail that was asked for. */
export interface SentEmail {
	bookingId: string;
	event: string;
}

/** All that the handlers of the signed calls work on. */
export class SignedDesk {
	readonly offers: SignedOfferBook;

	readonly bookings: SignedBookingBook;

	readonly renewals: RenewalBook;

	readonly emails: SentEmail[] = [];

	constructor(
		readonly settings: () => XCoverElementsSettings,
		readonly now: () => number,
		private readonly posts: EventPosts,
	) {
		this.offers = new SignedOfferBook(now);
		this.bookings = new SignedBookingBook(now);
		this.renewals = new RenewalBook(this.bookings, now, (event, booking, renewal_id) => posts.tell(bookingEvent(event, booking, { renewal_id })));
	}

	/** Puts a booking in the place of the one before, and tells of it. */
	replace(before: HeldBooking, after: HeldBooking): HeldBooking {
		const changed = this.bookings.replace(after);
		this.tell(before, changed);
		return changed;
	}

	/** Tells what has become of a booking. @param before null for a new one */
	tell(before: HeldBooking | null, after: HeldBooking): void {
		const event = newsOf(before, after);
		if (event !== null) this.posts.tell(bookingEvent(event, after));
	}

	reset(): void {
		this.offers.reset();
		this.bookings.reset();
		this.renewals.reset();
		this.emails.length = 0;
	}
}
