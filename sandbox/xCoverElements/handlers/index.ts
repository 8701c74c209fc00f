import type { SandboxState } from '../../core/state';
import type { ElementsDesk } from '../elements/desk';
import type { XCoverElementsSettings } from '../settings';
import type { SignedDesk } from '../signed/desk';
import type { SignedHandlers, XCoverElementsHandlers } from '../types';
import { cancelBooking } from './cancelBooking';
import { cancelBookingSigned } from './cancelBookingSigned';
import { confirmCancellation } from './confirmCancellation';
import { confirmCancellationSigned } from './confirmCancellationSigned';
import { confirmOffer } from './confirmOffer';
import { confirmOfferSigned } from './confirmOfferSigned';
import { confirmPayment } from './confirmPayment';
import { confirmRenewal } from './confirmRenewal';
import { confirmRenewalAtOlderPath } from './confirmRenewalAtOlderPath';
import { confirmUpdate } from './confirmUpdate';
import { createBooking } from './createBooking';
import { createOffer } from './createOffer';
import { getBooking } from './getBooking';
import { getToken } from './getToken';
import { listBookings } from './listBookings';
import { listBookingsSigned } from './listBookingsSigned';
import { listInstalments } from './listInstalments';
import { optOutOfOffer } from './optOutOfOffer';
import { optOutOfOfferSigned } from './optOutOfOfferSigned';
import { optOutOfQuote } from './optOutOfQuote';
import { optOutOfRenewal } from './optOutOfRenewal';
import { previewUpdate } from './previewUpdate';
import { quoteRenewal } from './quoteRenewal';
import { reportPayment } from './reportPayment';
import { sendEmail } from './sendEmail';
import { updateBooking } from './updateBooking';
import { updateBookingSigned } from './updateBookingSigned';

/** Who plays the calls with a token. */
export function elementsHandlers(desk: ElementsDesk, state: SandboxState<XCoverElementsSettings>): XCoverElementsHandlers {
	return {
		getToken: getToken(state),
		listBookings: listBookings(desk, state),
		confirmOffer: confirmOffer(desk),
		confirmOfferAtOlderPath: confirmOffer(desk),
		optOutOfOffer: optOutOfOffer(desk),
		createBooking: createBooking(desk),
		optOutOfQuote: optOutOfQuote(desk),
		updateBooking: updateBooking(desk),
		cancelBooking: cancelBooking(desk),
		confirmCancellation: confirmCancellation(desk),
	};
}

/** Who plays the signed calls. */
export function signedHandlers(desk: SignedDesk): SignedHandlers {
	return {
		createOffer: createOffer(desk),
		confirmOfferSigned: confirmOfferSigned(desk),
		optOutOfOfferSigned: optOutOfOfferSigned(desk),
		listBookingsSigned: listBookingsSigned(desk),
		getBooking: getBooking(desk),
		updateBookingSigned: updateBookingSigned(desk),
		previewUpdate: previewUpdate(desk),
		confirmUpdate: confirmUpdate(desk),
		cancelBookingSigned: cancelBookingSigned(desk),
		confirmCancellationSigned: confirmCancellationSigned(desk),
		sendEmail: sendEmail(desk),
		confirmPayment: confirmPayment(desk),
		listInstalments: listInstalments(desk),
		reportPayment: reportPayment(desk),
		quoteRenewal: quoteRenewal(desk),
		confirmRenewal: confirmRenewal(desk),
		confirmRenewalAtOlderPath: confirmRenewalAtOlderPath(desk),
		optOutOfRenewal: optOutOfRenewal(desk),
	};
}
