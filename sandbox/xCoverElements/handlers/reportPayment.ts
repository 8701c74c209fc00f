import { invalid } from '../errors';
import { noSuchBooking } from '../signed/booked';
import type { SignedDesk } from '../signed/desk';
import { copyOf, type HeldBooking } from '../signed/held';
import type { ReportedInstalment, SignedHandler } from '../types';

/** Notes that instalments are paid. One that was before is taken as well (recordings). How others are refused is invented. */
export function reportPayment({ bookings }: SignedDesk): SignedHandler<'reportPayment'> {
	return ({ path, body }) => {
		const booking = bookings.find(path.booking_id);
		if (!booking) return noSuchBooking;
		const after = copyOf(booking);
		for (const reported of body.quotes) {
			const refused = pay(after, reported);
			if (refused !== null) return { status: 422, body: invalid({ quotes: [refused] }) };
		}
		bookings.replace(after);
		return { status: 204, body: undefined };
	};
}

function pay({ quotes }: HeldBooking, { id, instalment_number: number, payment_status: status }: ReportedInstalment): string | null {
	const quote = quotes.find((each) => each.id === id);
	if (!quote) return `Quote ${id} does not belong to this booking`;
	const instalment = quote.instalments.find((each) => each.number === number);
	if (!instalment) return `Quote ${id} has no instalment ${number}`;
	if (status !== 'PAID') return `"${status}" is not a valid choice.`;
	instalment.isPaid = true;
	quote.paidUntil = quote.instalments.filter(({ isPaid }) => isPaid).reduce((latest, { endAt }) => Math.max(latest, endAt), 0);
	return null;
}
