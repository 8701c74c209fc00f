import { invalid, noSuch, quoteFaults } from '../errors';
import { bookingAnswer } from '../signed/bookingAnswer';
import { phoneRefused } from '../signed/changes';
import type { SignedDesk } from '../signed/desk';
import { isPlan } from '../signed/instalments';
import type { SignedHandler } from '../types';

/** Turns an offer into a booking, once (od/guides/purchase-workflow-overview/confirm-offer; seen). One that was opted out of is booked as well. */
export function confirmOfferSigned(desk: SignedDesk): SignedHandler<'confirmOfferSigned'> {
	return ({ path, body }) => {
		const { offers, bookings, now, settings } = desk;
		const offer = offers.find(path.offer_id);
		if (!offer) return { status: 404, body: noSuch('Quote package') };
		if (offer.bookingId !== null) {
			const text = `Booking already exists for fast_quote_id ${offer.id}. INS number: ${offer.bookingId}`;
			const faults = settings().bookedTwiceForm === 'faults';
			return { status: 422, body: faults ? quoteFaults('offer_validation_request_invalid', [text], { errorId: offer.id }) : invalid([text]) };
		}
		const phone = phoneRefused(body.policyholder);
		if (phone) return { status: 422, body: phone };
		const unknown = body.quotes.find(({ id }) => !offer.quotes.some((quote) => quote.id === id));
		if (unknown) return { status: 422, body: quoteFaults('booking_quotes_unsuccessful', ['Quote does not exist'], { quoteId: unknown.id }) };
		const plan = body.quotes.find(({ instalment_plan: name }) => name !== undefined && !isPlan(name));
		if (plan) return { status: 422, body: quoteFaults('booking_quotes_unsuccessful', [`There is no instalment plan ${plan.instalment_plan}`], { quoteId: plan.id }) };
		const booking = bookings.create(offer, body, body.require_payment_confirmation === true ? 'PENDING_PAYMENT' : settings().confirmedAs);
		offer.bookingId = booking.id;
		desk.tell(null, booking);
		return { status: 200, body: bookingAnswer(booking, now()) };
	};
}
