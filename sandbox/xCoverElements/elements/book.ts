import { errorAnswer } from '../errors';
import type { BookedQuote, Booking, ErrorAnswer, PolicyHolder } from '../types';
import type { ElementsDesk } from './desk';
import type { HeldPackage } from './packageBook';

/** Books a quote or an offer, or says why not: it becomes one booking. How it is refused is invented. */
export function book(desk: ElementsDesk, found: HeldPackage, asked: readonly BookedQuote[], policyHolder: PolicyHolder): { booking: Booking; refused?: undefined } | { booking?: undefined; refused: ErrorAnswer } {
	if (found.bookingId !== null) return { refused: errorAnswer(`This ${found.kind} is booked already`) };
	if (desk.packages.isOver(found)) return { refused: errorAnswer(`This ${found.kind} has expired`) };
	const unknown = asked.find(({ id }) => !found.policies.some((policy) => policy.id === id));
	if (unknown) {
		const problem = { field: 'quotes', keyword: 'exists', message: `${unknown.id} does not belong to this ${found.kind}` };
		return { refused: errorAnswer('The given data was invalid.', [problem]) };
	}
	const booking = desk.bookings.create(found, asked, policyHolder, desk.settings());
	found.bookingId = booking.id ?? null;
	desk.tell('BOOKING_CREATED', booking);
	return { booking };
}
