import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { typedField } from '../../../engine/items/typedField';
import type { Candidate } from '../../../engine/operation/candidate';
import { path } from '../../../engine/transport/path';
import { bookingLookUp } from '../booking/bookingLookUp';
import { hasStatus } from '../shared/bookings';
import { bookingId, LABELS, readBookingId } from '../shared/fields';
import { utcSecond } from '../shared/moment';
import { signedWrite } from '../shared/write';
import { RENEWAL_FIELDS, renewalIn } from './renewalAnswer';
import { readRequestBody, requestBody } from './renewalBody';
import { neverSeen } from './renewalHints';

const PATHS = ['confirm', 'confirmation'] as const;

interface Content {
	bookingId: string;
	renewalId: string;
	renewalPath: (typeof PATHS)[number];
	/** In UTC; undefined where none is given. */
	paidOn: string | undefined;
	body: IDataObject;
}

/** Two public clients have two calls for it. */
const renewalPath: INodeProperties = {
	displayName: 'Path',
	name: 'renewalPath',
	type: 'options',
	options: [
		{ name: 'With the Booking', value: 'confirm', description: 'POST /renewals/{booking_id}/confirm/{renewal_id}/, from a public client; no answer to it was ever seen' },
		{ name: 'The Older One', value: 'confirmation', description: 'PATCH /renewals/{renewal_id}/confirmation, as recorded in January 2020. XCover answers only that it took it.' },
	],
	default: 'confirm',
	description: 'Which of two calls is sent. Ask Cover Genius which one is yours.',
};

/**
 * Renews a booking, with a signed request. One renewal is confirmed once, whichever of the two calls is chosen. That the booking is RENEWED shows it only where it was not so
 * just before: it may have been renewed a year ago.
 */
export const confirm = signedWrite<Content>({
	name: 'confirm',
	displayName: 'Confirm',
	action: 'Confirm a renewal',
	description: 'Renew a booking (answer inferred)',
	source: {
		call: 'POST /partners/{partner_code}/renewals/{booking_id}/confirm/{renewal_id}/, PATCH /partners/{partner_code}/renewals/{renewal_id}/confirmation',
		standing: 'from a public client, answer inferred; the second recorded in 2020',
	},
	isRefusedTwice: false,
	properties: [
		bookingId,
		typedField('renewalId', LABELS.renewalId, 'e.g. IvB2w-zEk4f-REN', 'The renewal: "renewal_id" of an event of XCover Trigger, or of Renewal: Quote', { required: true }),
	],
	options: [typedField('paidOn', 'Paid On', 'e.g. 2026-03-20T02:42:12Z', 'When the renewal was paid, with the time zone. For the older path only: the other has no place for it.'), renewalPath, requestBody],

	read(fields) {
		const content = {
			bookingId: readBookingId(fields),
			renewalId: fields.code('renewalId', { label: LABELS.renewalId }),
			renewalPath: fields.oneOf('options.renewalPath', { label: 'Path' }, PATHS),
			paidOn: fields.optionalKind('options.paidOn', { label: 'Paid On' }, utcSecond),
			body: readRequestBody(fields),
		};
		if (content.paidOn !== undefined && content.renewalPath === 'confirm') fields.fault('Paid On', 'must be left out, or Path be the older one');
		return content;
	},

	request({ bookingId: id, renewalId, renewalPath: chosen, paidOn, body }) {
		if (chosen === 'confirm') return { method: 'POST', path: path`/partners/{partner_code}/renewals/${id}/confirm/${renewalId}/`, body };
		// A blank between day and time, as it was recorded.
		return { method: 'PATCH', path: path`/partners/{partner_code}/renewals/${renewalId}/confirmation`, body: { ...body, ...(paidOn === undefined ? {} : { paid_on: paidOn.replace('T', ' ') }) } };
	},

	items: (answer, parameters) => renewalIn(answer, 'Confirmation of a Renewal', asked(parameters)),
	small: RENEWAL_FIELDS,
	label: ({ bookingId: id, renewalId }) => `renewal ${renewalId} of booking ${id}`,
	sameAs: ({ renewalId }) => renewalId,
	mayDifferOtherwise: true,
	hints: [neverSeen],
	whereToLook: 'Look with Booking: Get: it is RENEWED, or its policies end later, once it was carried out.',

	lookUp: bookingLookUp<Content>('signature', {
		comparesWithBefore: true,
		match(booking, _parameters, wasSent, before): Candidate[] {
			if (!wasSent || !hasStatus(booking, 'RENEWED')) return [];
			const isNew = before !== undefined && !hasStatus(before, 'RENEWED');
			return [{ id: null, likeness: isNew ? 'same' : 'maybe', items: [booking] }];
		},
	}),
});

function asked({ bookingId: id, renewalId }: Content): IDataObject {
	return { bookingId: id, renewalId };
}
