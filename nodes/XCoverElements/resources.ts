import type { ResourceTable } from '../../engine/items/resources';
import { cancelSigned, cancelWithToken } from './booking/cancel';
import { confirmCancellationSigned, confirmCancellationWithToken } from './booking/confirmCancellation';
import { getSigned, getWithToken } from './booking/get';
import { getAllSigned, getAllWithToken } from './booking/getAll';
import { previewCancellationSigned, previewCancellationWithToken } from './booking/previewCancellation';
import { confirmSigned, confirmWithToken } from './offer/confirm';
import { create } from './offer/create';
import { optOutSigned, optOutWithToken } from './offer/optOut';
import { createBooking } from './quote/createBooking';
import { optOut as optOutOfQuote } from './quote/optOut';

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
			getWithToken,
			getSigned,
			getAllWithToken,
			getAllSigned,
			previewCancellationWithToken,
			previewCancellationSigned,
		],
	},
	{ name: 'offer', displayName: 'Offer', operations: [confirmWithToken, confirmSigned, create, optOutWithToken, optOutSigned] },
	{ name: 'quote', displayName: 'Quote', operations: [createBooking, optOutOfQuote] },
];
