import { book } from '../elements/book';
import type { ElementsDesk } from '../elements/desk';
import { notFound } from '../elements/notFound';
import type { XCoverElementsHandler } from '../types';

/** Turns an offer into a booking (api/confirm-offer), under either path. */
export function confirmOffer(desk: ElementsDesk): XCoverElementsHandler<'confirmOffer'> & XCoverElementsHandler<'confirmOfferAtOlderPath'> {
	return ({ path, body }) => {
		const refusal = desk.permission.refusal(path.partner_id, 'offers:update');
		if (refusal) return { status: 403, body: refusal };
		const offer = desk.packages.find('offer', path.offer_id);
		if (!offer) return notFound('offer', path.offer_id);
		const { booking, refused } = book(desk, offer, body.quotes, body.policyholder);
		return refused ? { status: 422, body: refused } : { status: 200, body: { data: booking } };
	};
}
