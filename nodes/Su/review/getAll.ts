import type { IDataObject } from 'n8n-workflow';

import { isFailure } from '../../../engine/failure';
import { FieldReader } from '../../../engine/items/fields';
import { listSize } from '../../../engine/items/listSize';
import { rowsOfPages } from '../../../engine/items/pages';
import { isSimplified, simplify } from '../../../engine/items/simplify';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { isObject } from '../../../engine/values';
import { hotelId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { explainRefusal } from '../shared/refusal';
import { SU } from '../shared/su';
import { PAGE_SIZE, pageIn, reviewListRequest } from './reviewList';

interface Parameters {
	hotelId: string;
	limit: number | undefined;
	isSimplified: boolean;
}

/** What one looks for first, by where a review has it. */
const MAIN = {
	review: ['channel_id', 'booking_id', 'guest_name'],
	guest_info: ['channel_review_id', 'overall_score', 'review_title', 'review', 'negative_review', 'review_reply', 'received_time'],
} as const;

/** Reviews of a property, `POST review/list`. No page shows the call: it is known from a client of another integrator. */
export const getAll: RepeatableOperation<Parameters> = {
	name: 'getAll',
	displayName: 'Get Many',
	action: 'Get many reviews',
	description: 'List the reviews of a property by guests of Booking.com, Airbnb and Expedia (not documented)',
	effect: 'read',
	source: { call: 'POST /SUAPI/jservice/review/list', standing: 'not documented; path, fields and pages are known from a client' },
	properties: [
		{ ...hotelId, description: 'Your own ID of the property, as Su knows it (hotel_id). No page of Su shows this call, so all of it is uncertain.' },
		...listSize,
		simplify,
	],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters = {
			hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
			limit: fields.limit(),
			isSimplified: isSimplified(fields),
		};
		fields.done('The request');
		return parameters;
	},

	async consult({ hotelId: hotel_id, limit, isSimplified: isSmall }, ask) {
		const page_size = Math.min(limit ?? PAGE_SIZE, PAGE_SIZE);
		const rows = await rowsOfPages(SU, limit, async (next_page) => {
			const answer = await ask(reviewListRequest(hotel_id, next_page, page_size));
			if (isFailure(answer)) throw answer;
			return pageIn(answer);
		});
		return isSmall ? rows.map(mainFields) : rows;
	},

	explain: explainRefusal,
};

/** What Su leaves out is null. */
function mainFields(row: IDataObject): IDataObject {
	const info = isObject(row.guest_info) ? row.guest_info : {};
	return {
		...Object.fromEntries(MAIN.review.map((name) => [name, row[name] ?? null])),
		...Object.fromEntries(MAIN.guest_info.map((name) => [name, info[name] ?? null])),
	};
}
