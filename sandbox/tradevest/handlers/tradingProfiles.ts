import { accepted, notFound } from '../answers';
import type { Books } from '../books';
import type { Requestors } from '../requestors';
import type { TradevestHandler } from '../types';

/** What a person knows of a kind of assets (tv:api-reference/entities/natural-persons-directory/trading-profiles). No call reads it, so it is not kept. */
export function setTradingProfile(books: Books, requestors: Requestors): TradevestHandler<'createTradingProfile'> & TradevestHandler<'updateTradingProfile'> {
	return ({ path: { naturalPersonId }, header }) => {
		if (!books.people.find(naturalPersonId)) return notFound('natural person', naturalPersonId);
		return requestors.refusal(header['Requestor-ID'], 'person', naturalPersonId) ?? accepted;
	};
}
