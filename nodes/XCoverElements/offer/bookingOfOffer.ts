import type { IDataObject } from 'n8n-workflow';

import { isFailure } from '../../../engine/failure';
import type { Ask } from '../../../engine/operation/reads';
import { textOf } from '../../../engine/values';
import { overAs } from '../shared/bookedOnce';
import { BOOKING_LIST } from '../shared/bookings';

/** Bookings that are read at most: no call looks for one by its offer, and a partner may have very many. */
export const MOST_READ = 1_000;

/** Whether an offer is booked, as far as the list of bookings tells. */
export interface BookingOfOffer {
	/** The booking that it became; undefined where none was found. */
	booking?: IDataObject;
	/** Whether all that could be it were read. */
	isSure: boolean;
	bookingsRead: number;
}

/**
 * Looks for the booking of an offer in the list of signed requests, where `fast_quote_id` is the id of the offer (seen). One that covers nobody does not
 * count. An offer may also go by the number that the widget has for it, which is in another form: then that there is none is not sure.
 *
 * @throws Failure where the list cannot be read
 */
export async function bookingOfOffer(offerId: string, ask: Ask): Promise<BookingOfOffer> {
	const list = BOOKING_LIST.signature;
	const wanted = offerId.toLowerCase();
	let bookingsRead = 0;
	let isSure = !/-INS$/i.test(offerId);
	let page: string | undefined = '';
	while (page !== undefined && bookingsRead < MOST_READ) {
		const answer = await ask(list.request(page));
		if (isFailure(answer)) throw answer;
		const { rows, next } = list.page(answer, page);
		for (const row of rows) {
			bookingsRead += 1;
			if (!Object.hasOwn(row, 'fast_quote_id')) isSure = false;
			const isIt = [row.fast_quote_id, row.id].some((id) => textOf(id)?.trim().toLowerCase() === wanted);
			if (isIt && overAs(row) === undefined) return { booking: row, isSure: true, bookingsRead };
		}
		page = next;
	}
	return { isSure: isSure && page === undefined, bookingsRead };
}
