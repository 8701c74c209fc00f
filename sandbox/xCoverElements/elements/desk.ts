import type { XCoverElementsSettings } from '../settings';
import type { Booking, EventName } from '../types';
import { elementsEvent } from '../webhooks/eventPayload';
import type { EventPosts } from '../webhooks/eventPosts';
import { BookingBook } from './bookingBook';
import { PackageBook } from './packageBook';
import { Permission } from './permission';

/** All that the handlers of the calls with a token work on. */
export class ElementsDesk {
	readonly packages: PackageBook;

	readonly bookings: BookingBook;

	readonly permission: Permission;

	constructor(
		readonly settings: () => XCoverElementsSettings,
		now: () => number,
		private readonly posts: EventPosts,
	) {
		this.packages = new PackageBook(now);
		this.bookings = new BookingBook(now);
		this.permission = new Permission(() => settings().scopes);
	}

	/** Tells what has become of a booking, where that is switched on. */
	tell(event: EventName, booking: Booking): void {
		if (this.settings().elementsBookingsRaiseEvents) this.posts.tell(elementsEvent(event, booking));
	}

	reset(): void {
		this.packages.reset();
		this.bookings.reset();
	}
}
