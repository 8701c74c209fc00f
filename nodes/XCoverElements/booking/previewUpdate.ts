import { contentHash } from '../../../engine/idempotency/contentHash';
import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { path } from '../../../engine/transport/path';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { textOf } from '../../../engine/values';
import { contentOf } from '../shared/answers';
import { FOR } from '../shared/family';
import { outputFields, readOutput, shown, type Output } from '../shared/output';
import { previewHints, withoutStates } from '../shared/previews';
import { withKey } from '../shared/write';
import { XCOVER } from '../shared/xcover';
import { changeBody, changeFields, readChange, type Changing } from './bookingChange';

interface Parameters extends Changing, Output {
	/** The run of the node that asks: another one wants to know what it costs by then. */
	askedIn: string;
}

/** Members of a preview in its small form. */
const PREVIEW_FIELDS = ['id', 'update_id', 'currency', 'total_price', 'total_price_diff', 'total_price_diff_formatted', 'previewed_status', 'quotes'];

/** What a change would cost, with a signed request (recordings). Nothing is changed. */
export const previewUpdate: RepeatableOperation<Parameters> = {
	name: 'previewUpdate',
	displayName: 'Preview Update',
	action: 'Preview an update',
	description: 'See what changing policies of a booking, or its policyholder, would cost, and get the ID by which the change is confirmed. Nothing is changed',
	...FOR.signature,
	effect: 'repeatable',
	source: { call: 'PATCH /partners/{partner_code}/bookings/{booking_id}/quote_for_update', standing: 'recorded 2019 to 2021' },
	properties: [...changeFields.signature, ...outputFields.properties],
	options: outputFields.options,

	parameters(read, run) {
		const fields = new FieldReader(read);
		const parameters = { ...readChange('signature', fields, run), ...readOutput(fields), askedIn: `${run.executionId} ${run.now.getTime()}` };
		fields.done('The preview');
		return parameters;
	},

	request({ askedIn, ...content }) {
		const request = { method: 'PATCH' as const, path: path`/partners/{partner_code}/bookings/${content.bookingId}/quote_for_update`, body: changeBody('signature', content) };
		return withKey(request, `Preview an update ${contentHash(request)} #${askedIn}`);
	},

	items(answer, parameters) {
		const preview = contentOf('signature', answer, 'Preview of an Update');
		if (textOf(preview.update_id) === undefined) throw unusableAnswer(XCOVER, answer, 'Preview of an Update', 'an "update_id" to confirm');
		return [shown(withoutStates(preview), PREVIEW_FIELDS, parameters)];
	},

	hints: () => previewHints('Nothing was changed', 'Booking: Confirm Update, with the update_id, changes it.'),
};
