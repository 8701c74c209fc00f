import type { IDataObject } from 'n8n-workflow';

import { Failure, isFailure } from '../../../engine/failure';
import type { PartnerAnswer } from '../../../engine/http/request';
import type { Candidate } from '../../../engine/operation/candidate';
import type { OnceOperation } from '../../../engine/operation/operation';
import { textOf } from '../../../engine/values';
import { BOOKING_FIELDS, bookingIn, withoutErrors } from './answers';
import { quoteIds } from './bookedQuotes';
import { BOOKING_LIST, isBooking, isCancelled, policiesOf } from './bookings';
import type { Family } from './family';
import { elementsWrite, type Writing } from './write';
import { XCOVER } from './xcover';

/** A quote or an offer becomes one booking, whatever is asked for. */

/** What is to be booked. */
export interface Booked {
	quotes: IDataObject[];
	/** Who buys, under the names of XCover. */
	holder: IDataObject;
}

/** Statuses of a booking that does not cover anybody (xc/responses/quote-policy-status). RECEIVED and PENDING_PAYMENT may still come to something. */
const OVER: ReadonlySet<string> = new Set(['CANCELLED', 'DELETED', 'FAILED']);

/** The status of a booking that covers nobody, as XCover writes it; undefined of any other. */
export function overAs({ status }: IDataObject): string | undefined {
	const word = textOf(status)?.trim();
	return word !== undefined && OVER.has(word.toUpperCase()) ? word : undefined;
}

/**
 * The booking in the answer of what was to make it.
 *
 * @throws Failure of kind `businessRefusal` for one that came to nothing
 */
export function madeIn(family: Family, answer: PartnerAnswer): IDataObject {
	const booking = withoutErrors(bookingIn(family, answer, 'Booking'), answer);
	const status = overAs(booking);
	if (status === undefined) return booking;
	throw new Failure('businessRefusal', `${XCOVER} made a booking that is ${status} (${textOf(booking.id) ?? textOf(booking.provider_reference)})`, {
		advice: 'Nobody is covered by it. Ask Cover Genius why, and make a new offer.',
		status: answer.status,
	});
}

/** Whether somebody whom a booking names is another one than was asked for, as far as both say. The address of mail is compared, and the names. */
export function isOtherPerson(held: unknown, wanted: IDataObject): boolean {
	const person = (held ?? {}) as IDataObject;
	return ['email', 'first_name', 'last_name'].some((member) => {
		const [own, asked] = [person, wanted].map((each) => textOf(each[member])?.trim().toLowerCase());
		return own !== undefined && asked !== undefined && own !== asked;
	});
}

/** What tells one write with a token that books from another. */
type BookingWrite<C extends Booked> = Omit<Parameters<typeof elementsWrite<C>>[0], 'items' | 'lookUp' | 'whereToLook'> & {
	/** Such as `offer`. */
	readonly what: string;
};

/**
 * A write with a token that books an offer or a quote. No key and no read of an offer is documented, so it goes out once for each, and where no answer
 * came the list of bookings is read.
 */
export function bookingWrite<C extends Booked>({ what, ...of }: BookingWrite<C>): OnceOperation<Writing<C>> {
	const list = BOOKING_LIST.elements;
	return {
		...elementsWrite<C>({
			...of,
			items: (answer) => [madeIn('elements', answer)],
			small: BOOKING_FIELDS.elements,
			whereToLook: 'Look with Booking: Get Many.',
			lookUp: {
				request: () => list.request(''),
				match: (answer, parameters, wasSent, before) => matches(answer, parameters, wasSent ? before : undefined),
				next(answer) {
					const { next } = list.page(answer, '');
					return next === undefined ? undefined : list.request(next);
				},
				comparesWithBefore: true,
				// A client may lack the scope that lists bookings (api/manage-booking).
				isOptional: true,
				isUndone: (fact, _parameters, result) => !isFailure(fact) && isOverSince(fact, result),
				ids: (items) => items.flatMap(({ id }) => textOf(id) ?? []),
			},
		}),
		stopsWhenListed: ({ sentAgainIn }) => sentAgainIn === undefined,
		whenInTheWay: () => `Look at it with Booking: Get Many. One ${what} becomes one booking: for another one, let the widget make a new ${what}. Nothing was sent.`,
	};
}

/**
 * The bookings that may be the one which was to be made. One whose policies have the ids of all quotes is it: that they are the same ids is inferred
 * (`Policy` in openapi/xcover-elements.yaml). Of others, only such as came since it was sent may be it.
 *
 * @param before what was listed just before it was sent; undefined where it was not sent, or nobody looked
 */
function matches<C extends Booked>(answer: PartnerAnswer, parameters: Writing<C>, before: PartnerAnswer | undefined): Candidate[] {
	const { rows } = BOOKING_LIST.elements.page(answer, '');
	const wanted = quoteIds(parameters.quotes);
	const earlier = before && idsBefore(before);
	return rows.flatMap((row): Candidate[] => {
		const id = textOf(row.id) ?? textOf(row.provider_reference) ?? null;
		const policies = policyIds(row);
		const candidate = { id, items: [row] };
		const isOther = isOtherPerson(row.policy_holder, parameters.holder);
		if (wanted.some((quote) => policies.includes(quote))) {
			const doubt = isCancelled(row) ? 'cancelled' : !wanted.every((quote) => policies.includes(quote)) ? 'without some of the quotes' : isOther ? 'of another policyholder' : undefined;
			return [{ ...candidate, ...(doubt === undefined ? { likeness: 'same' } : { likeness: 'maybe', doubt }) }];
		}
		if (earlier === undefined || id === null || earlier.has(id) || isOther) return [];
		return [{ ...candidate, likeness: 'maybe', ...(policies.length > 0 ? { doubt: 'new since then, with other policy IDs' } : {}) }];
	});
}

/** The ids that were listed; undefined where the list had more than one page, so that what is new cannot be told. */
function idsBefore(before: PartnerAnswer): Set<string> | undefined {
	const { rows, next } = BOOKING_LIST.elements.page(before, '');
	return next === undefined ? new Set(rows.flatMap((row) => textOf(row.id) ?? textOf(row.provider_reference) ?? [])) : undefined;
}

/** Whether the list has the booking that was made as one that covers nobody any more. */
function isOverSince(answer: PartnerAnswer, [made = {}]: readonly IDataObject[]): boolean {
	const own = [made.id, made.provider_reference].flatMap((id) => textOf(id) ?? []);
	return BOOKING_LIST.elements.page(answer, '').rows.some((row) => own.some((id) => isBooking(row, id)) && overAs(row) !== undefined);
}

function policyIds(row: IDataObject): string[] {
	return policiesOf('elements', row).flatMap((policy) => textOf(policy.id)?.toLowerCase() ?? []);
}
