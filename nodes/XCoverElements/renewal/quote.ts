import type { IDataObject } from 'n8n-workflow';

import { contentHash } from '../../../engine/idempotency/contentHash';
import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { path } from '../../../engine/transport/path';
import { bookingIn } from '../shared/answers';
import { FOR } from '../shared/family';
import { bookingId, readBookingId } from '../shared/fields';
import { outputFields, readOutput, shown, type Output } from '../shared/output';
import { previewHints, withoutStates } from '../shared/previews';
import { withKey } from '../shared/write';
import { readRequestBody, requestBody } from './renewalBody';
import { neverSeen } from './renewalHints';

interface Parameters extends Output {
	bookingId: string;
	body: IDataObject;
	/** The run of the node that asks: another one wants to know what it costs by then. */
	askedIn: string;
}

/** Members of a quoted renewal in its small form. */
const QUOTED_FIELDS = ['id', 'renewal_id', 'currency', 'total_price', 'total_price_formatted', 'total_price_diff', 'previewed_status', 'quotes'];

/** What the renewal of a booking will cost, with a signed request. A public client has the call, and no answer was ever seen: it is read as a preview. */
export const quote: RepeatableOperation<Parameters> = {
	name: 'quote',
	displayName: 'Quote',
	action: 'Quote a renewal',
	description: 'See what the renewal of a booking will cost (answer inferred). Nothing is renewed',
	...FOR.signature,
	effect: 'repeatable',
	source: { call: 'PATCH /partners/{partner_code}/renewals/{booking_id}/quote_for_renewal/', standing: 'from a public client; answer inferred' },
	properties: [bookingId, ...outputFields.properties],
	options: [...outputFields.options, requestBody],

	parameters(read, run) {
		const fields = new FieldReader(read);
		const parameters = { bookingId: readBookingId(fields), body: readRequestBody(fields), ...readOutput(fields), askedIn: `${run.executionId} ${run.now.getTime()}` };
		fields.done('The request');
		return parameters;
	},

	request({ bookingId: id, body, askedIn }) {
		const request = { method: 'PATCH' as const, path: path`/partners/{partner_code}/renewals/${id}/quote_for_renewal/`, body };
		return withKey(request, `Quote a renewal ${contentHash(request)} #${askedIn}`);
	},

	hints: () => [...previewHints('Nothing was renewed', 'Renewal: Confirm renews.'), neverSeen],
	items: (answer, parameters) => [shown(withoutStates(bookingIn('signature', answer, 'Quote of a Renewal')), QUOTED_FIELDS, parameters)],
};
