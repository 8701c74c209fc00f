import type { ResourceTable } from '../../engine/items/resources';
import { cancelSigned, cancelWithToken } from './booking/cancel';
import { confirmCancellationSigned, confirmCancellationWithToken } from './booking/confirmCancellation';
import { confirmPayment } from './booking/confirmPayment';
import { confirmUpdate } from './booking/confirmUpdate';
import { getSigned, getWithToken } from './booking/get';
import { getAllSigned, getAllWithToken } from './booking/getAll';
import { previewCancellationSigned, previewCancellationWithToken } from './booking/previewCancellation';
import { previewUpdate } from './booking/previewUpdate';
import { sendEmail } from './booking/sendEmail';
import { updateSigned, updateWithToken } from './booking/update';
import { getAll as getInstalments } from './instalment/getAll';
import { reportPayment } from './instalment/reportPayment';
import { confirmSigned, confirmWithToken } from './offer/confirm';
import { create } from './offer/create';
import { optOutSigned, optOutWithToken } from './offer/optOut';
import { createBooking } from './quote/createBooking';
import { optOut as optOutOfQuote } from './quote/optOut';
import { confirm as confirmRenewal } from './renewal/confirm';
import { optOut as optOutOfRenewal } from './renewal/optOut';
import { quote as quoteRenewal } from './renewal/quote';

/** What the node can do, as its two dropdowns show it: where both kinds of access have an operation, each has its own. */
export const resources: ResourceTable = [
	{
		name: 'booking',
		displayName: 'Booking',
		operations: [
			cancelWithToken,
			cancelSigned,
			confirmCancellationWithToken,
			confirmCancellationSigned,
			confirmPayment,
			confirmUpdate,
			getWithToken,
			getSigned,
			getAllWithToken,
			getAllSigned,
			previewCancellationWithToken,
			previewCancellationSigned,
			previewUpdate,
			sendEmail,
			updateWithToken,
			updateSigned,
		],
	},
	{ name: 'instalment', displayName: 'Instalment', operations: [getInstalments, reportPayment] },
	{ name: 'offer', displayName: 'Offer', operations: [confirmWithToken, confirmSigned, create, optOutWithToken, optOutSigned] },
	{ name: 'quote', displayName: 'Quote', operations: [createBooking, optOutOfQuote] },
	{ name: 'renewal', displayName: 'Renewal', operations: [confirmRenewal, optOutOfRenewal, quoteRenewal] },
];
