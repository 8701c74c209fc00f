import type { IDataObject } from 'n8n-workflow';

import { isFailure, type Failure } from '../../../engine/failure';
import type { PartnerAnswer } from '../../../engine/http/request';
import type { Candidate } from '../../../engine/operation/candidate';
import type { LookUpCalls } from '../../../engine/operation/operation';
import { contentOf } from '../shared/answers';
import { BOOKING_LIST, isBooking, oneBooking } from '../shared/bookings';
import type { Family } from '../shared/family';
import type { Writing } from '../shared/write';

/** How what was written is seen in a booking. */
interface Seen<C extends object> {
	/** What the booking shows of it. @param before the booking as it was just before it was sent, where that is known */
	match(booking: IDataObject, parameters: Writing<C>, wasSent: boolean, before: IDataObject | undefined): Candidate[];
	/** Whether `match` needs `before`. With a token it is known where the booking is on the first page of the list. */
	readonly comparesWithBefore?: boolean;
	/** Whether the booking shows that what the write brings about is not so. @param result what the write came to */
	isUndone?(booking: IDataObject, parameters: Writing<C>, result: IDataObject): boolean;
}

/** How a write is found by the state of its booking, where no answer came: with a signed request by reading it, with a token in the list. */
export function bookingLookUp<C extends { bookingId: string }>(family: Family, { match, comparesWithBefore, isUndone }: Seen<C>): Omit<LookUpCalls<Writing<C>>, 'ids' | 'forMs'> {
	const list = BOOKING_LIST.elements;
	const bookingOf = (answer: PartnerAnswer, { bookingId }: C): IDataObject | undefined => {
		const rows = family === 'signature' ? [contentOf(family, answer, 'Booking')] : list.page(answer, '').rows;
		return rows.find((row) => isBooking(row, bookingId));
	};
	return {
		request: ({ bookingId }) => (family === 'signature' ? oneBooking(bookingId) : list.request('')),
		match(answer, parameters, wasSent, before) {
			const booking = bookingOf(answer, parameters);
			return booking === undefined ? [] : match(booking, parameters, wasSent, before && bookingOf(before, parameters));
		},
		...(comparesWithBefore ? { comparesWithBefore } : {}),
		...(isUndone
			? {
					isUndone(fact: PartnerAnswer | Failure, parameters: Writing<C>, [result = {}]: readonly IDataObject[]) {
						const booking = isFailure(fact) ? undefined : bookingOf(fact, parameters);
						return booking !== undefined && isUndone(booking, parameters, result);
					},
				}
			: {}),
		...(family === 'elements'
			? {
					next(answer: PartnerAnswer) {
						const { next } = list.page(answer, '');
						return next === undefined ? undefined : list.request(next);
					},
					// A client may lack the scope that lists bookings (api/manage-booking).
					isOptional: true,
				}
			: {}),
	};
}
