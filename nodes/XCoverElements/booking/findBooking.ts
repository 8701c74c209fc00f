import type { IDataObject } from 'n8n-workflow';

import { Failure, isFailure } from '../../../engine/failure';
import type { Ask } from '../../../engine/operation/reads';
import { sameBookingIn } from '../shared/answers';
import { inTokenList, oneBooking } from '../shared/bookings';
import type { Family } from '../shared/family';
import { XCOVER } from '../shared/xcover';

/** More pages than any list has. */
const MOST_PAGES = 1_000;

/**
 * One booking. With a token no call reads one, so the list is read until it comes.
 *
 * @param id its id, or with a token its reference, too
 * @throws Failure, of kind `notFound` where it is not there
 */
export async function bookingOf(family: Family, id: string, ask: Ask, query: Record<string, string> = {}): Promise<IDataObject> {
	if (family === 'signature') {
		const answer = await ask(oneBooking(id, query));
		if (isFailure(answer)) throw answer;
		return sameBookingIn(family, answer, id, 'Booking');
	}
	const found = await inTokenList(id, ask, MOST_PAGES);
	if (found) return found;
	throw new Failure('notFound', `${XCOVER} lists no booking ${id}`, {
		advice: 'Check the booking, and that it belongs to this account. Whether the list of XCover Elements holds all bookings is not documented.',
	});
}
