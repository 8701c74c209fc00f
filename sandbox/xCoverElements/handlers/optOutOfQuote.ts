import { errorAnswer } from '../errors';
import type { Permission } from '../permission';
import type { QuoteBook } from '../quoteBook';
import type { XCoverElementsHandler } from '../types';

/** Notes that the customer declined the insurance (ssi/opt-out). */
export function optOutOfQuote(book: QuoteBook, permission: Permission): XCoverElementsHandler<'optOutOfQuote'> {
	return ({ path }) => {
		const refusal = permission.refusal(path.partner_id);
		if (refusal) return { status: 403, body: refusal };
		const quote = book.optOut(path.quote_id);
		if (!quote) return { status: 404, body: errorAnswer(`No quote ${path.quote_id}`) };
		return { status: 200, body: { data: quote } };
	};
}
