import { noSuch } from '../errors';
import type { SignedDesk } from '../signed/desk';
import type { SignedHandler } from '../types';

/** Notes that the customer declined. An offer that is booked is answered all the same (seen); that its booking stays is invented. */
export function optOutOfOfferSigned({ offers, now }: SignedDesk): SignedHandler<'optOutOfOfferSigned'> {
	return ({ path }) => {
		const offer = offers.find(path.offer_id);
		if (!offer) return { status: 404, body: noSuch('Quote package') };
		offer.optedOutAt ??= now();
		return { status: 204, body: undefined };
	};
}
