import type { IDataObject } from 'n8n-workflow';

import { isFailure } from '../../../engine/failure';
import type { Ask } from '../../../engine/operation/reads';
import type { SenderOptions } from '../../../engine/transport/senderOptions';
import { isPartnersNotFound } from '../../../engine/transport/notFound';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { contentOf } from '../shared/answers';
import { inTokenList, isBooking, oneBooking } from '../shared/bookings';
import type { Family } from '../shared/family';
import { elementsSender, signatureSender, XCOVER } from '../shared/xcover';

/** What XCover says when it is asked for a booking: the booking, or that it has none of this id, for certain or as far as can be seen. */
export type FoundBooking = { booking: IDataObject } | { isCertain: boolean };

/** How a booking is looked up with one kind of access. */
interface BookingRead {
	readonly sender: SenderOptions;
	/** @throws Failure where XCover could not be asked, or its answer is none */
	find(id: string, ask: Ask): Promise<FoundBooking>;
}

export const BOOKING_READS: Readonly<Record<Family, BookingRead>> = {
	elements: { sender: elementsSender, find: inList },
	signature: { sender: signatureSender, find: byId },
};

/** Pages that are read of the list at most: the caller waits meanwhile. */
const MOST_PAGES = 20;

/** XCover Elements has no call for one booking, so the list is read. That a booking is not in what was read proves nothing. */
async function inList(id: string, ask: Ask): Promise<FoundBooking> {
	const booking = await inTokenList(id, ask, MOST_PAGES);
	return booking ? { booking } : { isCertain: false };
}

/** Get Booking (od/api/reference/modify-booking). A 404 in XCover's own words says that there is none. */
async function byId(id: string, ask: Ask): Promise<FoundBooking> {
	const answer = await ask(oneBooking(id));
	if (isFailure(answer)) {
		if (isPartnersNotFound(answer)) return { isCertain: true };
		throw answer;
	}
	const booking = contentOf('signature', answer, 'Booking');
	// Anything may be JSON with fields. That it is this booking, only its id shows.
	if (!isBooking(booking, id)) throw unusableAnswer(XCOVER, answer, 'Booking', `booking ${id}`);
	return { booking };
}
