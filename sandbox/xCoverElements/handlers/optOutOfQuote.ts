import type { ElementsDesk } from '../elements/desk';
import { notFound } from '../elements/notFound';
import { errorAnswer } from '../errors';
import type { XCoverElementsHandler } from '../types';

/** Notes that the customer declined the insurance (ssi/opt-out). What that does to a quote that is booked is not documented: a setting. */
export function optOutOfQuote({ packages, permission, settings }: ElementsDesk): XCoverElementsHandler<'optOutOfQuote'> {
	return ({ path }) => {
		const refusal = permission.refusal(path.partner_id);
		if (refusal) return { status: 403, body: refusal };
		const quote = packages.find('quote', path.quote_id);
		if (!quote) return notFound('quote', path.quote_id);
		if (quote.bookingId !== null && settings().optOutOfBooked === 'refused') return { status: 422, body: errorAnswer('This quote is booked') };
		return { status: 200, body: { data: packages.optOut(quote) } };
	};
}
