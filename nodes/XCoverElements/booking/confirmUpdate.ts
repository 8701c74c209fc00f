import { typedField } from '../../../engine/items/typedField';
import { path } from '../../../engine/transport/path';
import { bookingId, LABELS, readBookingId } from '../shared/fields';
import { signedWrite } from '../shared/write';
import { CHANGED_FIELDS, changedIn } from './update';

interface Content {
	bookingId: string;
	updateId: string;
}

/** Carries out a change that was previewed, with a signed request (recordings). Whether XCover refuses a second one is not documented. */
export const confirmUpdate = signedWrite<Content>({
	name: 'confirmUpdate',
	displayName: 'Confirm Update',
	action: 'Confirm an update',
	description: 'Carry out a change of a booking that was previewed',
	source: { call: 'POST /partners/{partner_code}/bookings/{booking_id}/confirm_update/{update_id}/', standing: 'recorded 2019 to 2021' },
	isRefusedTwice: false,
	properties: [bookingId, typedField('updateId', LABELS.updateId, 'e.g. joB4k-Cm72p-o9vTd-UPD', '"update_id" of Booking: Preview Update', { required: true })],
	read: (fields) => ({ bookingId: readBookingId(fields), updateId: fields.code('updateId', { label: LABELS.updateId }) }),
	request: ({ bookingId: id, updateId }) => ({ method: 'POST', path: path`/partners/{partner_code}/bookings/${id}/confirm_update/${updateId}/`, body: {} }),
	items: (answer, content) => changedIn('signature', answer, content),
	small: CHANGED_FIELDS,
	label: ({ bookingId: id, updateId }) => `update ${updateId} of booking ${id}`,
	sameAs: ({ bookingId: id, updateId }) => [id.toLowerCase(), updateId],
	whereToLook: 'Look with Booking: Get, at its price and updated_at.',
});
