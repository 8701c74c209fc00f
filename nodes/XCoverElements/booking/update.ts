import type { IDataObject } from 'n8n-workflow';

import type { PartnerAnswer } from '../../../engine/http/request';
import type { Candidate } from '../../../engine/operation/candidate';
import { path } from '../../../engine/transport/path';
import { textOf } from '../../../engine/values';
import { BOOKING_FIELDS, sameBookingIn, withoutErrors } from '../shared/answers';
import type { Family } from '../shared/family';
import { elementsWrite, signedWrite } from '../shared/write';
import { changeBody, changeFields, readChange, showsChange, type Changing } from './bookingChange';
import { bookingLookUp } from './bookingLookUp';

/** Members of a changed booking in its small form, with signed requests. */
export const CHANGED_FIELDS = ['id', 'status', 'currency', 'total_price', 'total_price_diff', 'updated_at', 'quotes'];

const head = {
	name: 'update',
	displayName: 'Update',
	action: 'Update a booking',
	isAnew: true,
	label: ({ bookingId }: Changing) => `change of booking ${bookingId}`,
	whereToLook: 'Look with Booking: Get.',
};

/** The changed booking, from the answer of what changed it. */
export function changedIn(family: Family, answer: PartnerAnswer, { bookingId }: Pick<Changing, 'bookingId'>): IDataObject[] {
	return [withoutErrors(sameBookingIn(family, answer, bookingId, 'Update of a Booking'), answer)];
}

/**
 * How a change is found where no answer came: a booking that shows all of it is it only where it did not before, so the look just before is kept. That all
 * is so already before it is sent keeps nothing from being sent: a booking shows a part of what a product has, and each execution is meant anew. A change that the
 * booking showed and shows no more was overwritten since, as by another one in the same execution: then it is not told as done again.
 */
function changeLookUp(family: Family) {
	return bookingLookUp<Changing>(family, {
		comparesWithBefore: true,
		match(booking, parameters, wasSent, before): Candidate[] {
			if (!wasSent || !showsChange(family, booking, parameters)) return [];
			const isNew = before !== undefined && !showsChange(family, before, parameters);
			return [{ id: textOf(booking.id) ?? null, likeness: isNew ? 'same' : 'maybe', items: [booking] }];
		},
		isUndone: (booking, parameters, result) => showsChange(family, result, parameters) && !showsChange(family, booking, parameters),
	});
}

/** Changes a booking with a token (ssi/modify-booking; api/manage-booking). There is no preview of it. */
export const updateWithToken = elementsWrite<Changing>({
	...head,
	description: 'Change policies of a booking at once. The price may rise, and XCover Elements has no preview of a change',
	source: { call: 'PATCH /api/partners/{partner_id}/bookings/{booking_id}', standing: 'documented' },
	properties: changeFields.elements,
	read: (fields, run) => readChange('elements', fields, run),
	request: (content) => ({ method: 'PATCH', path: path`/api/partners/{partner_id}/bookings/${content.bookingId}`, body: changeBody('elements', content) }),
	items: (answer, content) => changedIn('elements', answer, content),
	small: BOOKING_FIELDS.elements,
	lookUp: changeLookUp('elements'),
});

/** Changes a booking with a signed request (od/api/reference/modify-booking and recordings). */
export const updateSigned = signedWrite<Changing>({
	...head,
	description: 'Change policies of a booking, or its policyholder, at once. The price may rise, and the customer may get mail. To see first what it costs: Preview Update, then Confirm Update',
	source: { call: 'PATCH /partners/{partner_code}/bookings/{booking_id}/', standing: 'documented' },
	isRefusedTwice: false,
	properties: changeFields.signature,
	read: (fields, run) => readChange('signature', fields, run),
	request: (content) => ({ method: 'PATCH', path: path`/partners/{partner_code}/bookings/${content.bookingId}/`, body: changeBody('signature', content) }),
	items: (answer, content) => changedIn('signature', answer, content),
	small: CHANGED_FIELDS,
	lookUp: changeLookUp('signature'),
});
