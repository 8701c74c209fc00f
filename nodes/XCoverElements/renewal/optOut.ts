import type { IDataObject } from 'n8n-workflow';

import { contentHash } from '../../../engine/idempotency/contentHash';
import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { path } from '../../../engine/transport/path';
import { FOR } from '../shared/family';
import { bookingId, readBookingId } from '../shared/fields';
import { outputFields, readOutput, shown, type Output } from '../shared/output';
import { withKey } from '../shared/write';
import { RENEWAL_FIELDS, renewalIn } from './renewalAnswer';
import { readRequestBody, requestBody } from './renewalBody';
import { neverSeen } from './renewalHints';

interface Parameters extends Output {
	bookingId: string;
	body: IDataObject;
	/** The run of the node: in between it may have been opted in again. */
	askedIn: string;
}

/** Tells that a booking is not to be renewed, with a signed request. A public client has the call, and no answer was ever seen. */
export const optOut: RepeatableOperation<Parameters> = {
	name: 'optOut',
	displayName: 'Opt Out',
	action: 'Opt out of a renewal',
	description: 'Tell XCover that a booking is not to be renewed (answer inferred)',
	...FOR.signature,
	effect: 'repeatable',
	source: { call: 'POST /partners/{partner_code}/renewals/{booking_id}/opt_out/', standing: 'from a public client; answer inferred' },
	properties: [bookingId, ...outputFields.properties],
	options: [...outputFields.options, requestBody],

	parameters(read, run) {
		const fields = new FieldReader(read);
		const parameters = { bookingId: readBookingId(fields), body: readRequestBody(fields), ...readOutput(fields), askedIn: `${run.executionId} ${run.now.getTime()}` };
		fields.done('The opt-out');
		return parameters;
	},

	request({ bookingId: id, body, askedIn }) {
		const request = { method: 'POST' as const, path: path`/partners/{partner_code}/renewals/${id}/opt_out/`, body };
		return withKey(request, `Opt out of a renewal ${contentHash(request)} #${askedIn}`);
	},

	hints: () => [neverSeen],
	items: (answer, parameters) => renewalIn(answer, 'Opt-Out of a Renewal', { bookingId: parameters.bookingId }).map((item) => shown(item, RENEWAL_FIELDS, parameters)),
};
