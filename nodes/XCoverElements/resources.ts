import type { ResourceTable } from '../../engine/items/resources';
import { cancelSigned, cancelWithToken } from './booking/cancel';
import { confirmCancellationSigned, confirmCancellationWithToken } from './booking/confirmCancellation';
import { getSigned, getWithToken } from './booking/get';
import { getAllSigned, getAllWithToken } from './booking/getAll';
import { previewCancellationSigned, previewCancellationWithToken } from './booking/previewCancellation';

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
];
