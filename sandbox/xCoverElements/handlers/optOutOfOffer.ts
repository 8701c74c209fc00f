import type { ElementsDesk } from '../elements/desk';
import { notFound } from '../elements/notFound';
import { errorAnswer } from '../errors';
import type { XCoverElementsHandler } from '../types';

/** Notes that the customer declined the insurance (api/opt-out-offer). Its answer is not documented: a setting, as for an offer that is booked. */
export function optOutOfOffer({ packages, permission, settings }: ElementsDesk): XCoverElementsHandler<'optOutOfOffer'> {
	return ({ path }) => {
		const refusal = permission.refusal(path.partner_id, 'offers:update');
		if (refusal) return { status: 403, body: refusal };
		const offer = packages.find('offer', path.offer_id);
		if (!offer) return notFound('offer', path.offer_id);
		if (offer.bookingId !== null && settings().optOutOfBooked === 'refused') return { status: 422, body: errorAnswer('This offer is booked') };
		const quote = packages.optOut(offer);
		return settings().offerOptOutAnswer === 'empty' ? { status: 204, body: undefined } : { status: 200, body: { data: quote } };
	};
}
