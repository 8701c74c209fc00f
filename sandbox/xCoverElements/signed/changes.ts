import { invalid, statusRefused } from '../errors';
import type { Person, SignedCancelRequest, SignedError, SignedUpdateRequest } from '../types';
import { canBeCancelled } from './bookingAnswer';
import { copyOf, isInForce, type HeldBooking, type HeldQuote } from './held';

/** A booking as it would be, or why it cannot be. */
export type Outcome = { after: HeldBooking; refused?: undefined } | { after?: undefined; refused: SignedError };

/** Fields that decide the price, whatever the product calls them. Which fields there are depends on the product; these are invented. */
const VALUE_FIELDS: readonly string[] = ['retail_value', 'total_tickets_price'];
const COUNT_FIELDS: readonly string[] = ['quantity', 'number_of_tickets', 'number_of_adults'];

/** Why a person's phone is refused (recordings). Null where it is not. */
export function phoneRefused({ phone }: Person): SignedError | null {
	if (typeof phone !== 'string' || phone.startsWith('+')) return null;
	return invalid({ policyholder: { phone: ['The phone number should start with "+" character'] } });
}

/** A booking with changes. */
export function changed(booking: HeldBooking, { quotes = [], policyholder = {} }: SignedUpdateRequest, now: number): Outcome {
	if (!isInForce(booking)) return { refused: statusRefused(booking.status) };
	const refused = phoneRefused(policyholder) ?? unknownQuote(booking, quotes);
	if (refused) return { refused };
	const after = copyOf(booking);
	after.policyholder = { ...after.policyholder, ...policyholder };
	for (const { id, update_fields } of quotes) {
		const quote = after.quotes.find((each) => each.id === id);
		if (!quote) continue;
		if (!isInForce(quote)) return { refused: statusRefused(quote.status) };
		for (const [name, value] of Object.entries(update_fields)) {
			const fault = changeField(quote, name, value);
			if (fault !== null) return { refused: invalid({ quotes: { [id]: { [name]: [fault] } } }) };
		}
		quote.updatedAt = now;
	}
	return { after };
}

function changeField(quote: HeldQuote, name: string, value: unknown): string | null {
	if (VALUE_FIELDS.includes(name) || COUNT_FIELDS.includes(name)) {
		if (typeof value !== 'number') return 'A valid number is required.';
		quote[VALUE_FIELDS.includes(name) ? 'value' : 'count'] = String(value);
	} else if (name === 'policy_start_date' || name === 'policy_end_date') {
		const at = typeof value === 'string' ? Date.parse(value) : NaN;
		if (Number.isNaN(at)) return 'Datetime has wrong format.';
		quote[name === 'policy_start_date' ? 'startAt' : 'endAt'] = at;
	} else {
		quote.extraFields = { ...quote.extraFields, [name]: value };
	}
	return null;
}

/** A booking of which policies are cancelled: those that are named, or all. */
export function cancelled(booking: HeldBooking, { quotes, reason_for_cancellation: reason = '' }: SignedCancelRequest, now: number): Outcome {
	if (!isInForce(booking)) return { refused: statusRefused(booking.status) };
	const refused = unknownQuote(booking, quotes ?? []);
	if (refused) return { refused };
	const after = copyOf(booking);
	for (const quote of after.quotes) {
		const asked = quotes?.find(({ id }) => id === quote.id);
		if (quotes && !asked) continue;
		if (!isInForce(quote)) {
			if (asked) return { refused: statusRefused(quote.status) };
			continue;
		}
		if (!canBeCancelled(quote, now)) return { refused: invalid([`Quote ${quote.id} can not be cancelled`]) };
		Object.assign(quote, { status: 'CANCELLED', cancelledAt: now, updatedAt: now, reason: asked?.reason_for_cancellation ?? reason });
	}
	if (after.quotes.every(({ status }) => status === 'CANCELLED')) after.status = 'CANCELLED';
	return { after };
}

function unknownQuote({ quotes }: HeldBooking, asked: ReadonlyArray<{ id: string }>): SignedError | null {
	const unknown = asked.find(({ id }) => !quotes.some((quote) => quote.id === id));
	return unknown ? invalid({ quotes: [`Quote ${unknown.id} does not belong to this booking`] }) : null;
}
