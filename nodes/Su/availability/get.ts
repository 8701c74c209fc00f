import type { IDataObject } from 'n8n-workflow';

import { daysAfter, daysIn, type IsoDay } from '../../../engine/calendar';
import { FieldReader } from '../../../engine/items/fields';
import { fieldsOf, isSimplified, simplify } from '../../../engine/items/simplify';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { hotelId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { explainRefusal } from '../shared/refusal';
import { heldRequest, heldRows, heldRowsOfYear, MOST_HELD_DAYS as MOST_DAYS } from './held';
import { daysFrom } from './lastWords';
import { heldFilters, readFilters, wantedRows, type HeldFilters } from './heldFilters';

interface Parameters {
	hotelId: string;
	/** undefined for the full year. */
	days: { from: string; to: string } | undefined;
	filters: HeldFilters;
	isSimplified: boolean;
}

/** What tells whether, and at which price, a room can be had. */
const MAIN_FIELDS = ['hotelId', 'date', 'roomId', 'ratePlanId', 'inventory', 'stopsell', 'minimumstay', 'maximumstay', 'rate'];

/** What Su holds, `POST BulkARIdetails` (logs/bulk-rates-and-inventory-logs-future-date). */
export const get: RepeatableOperation<Parameters> = {
	name: 'get',
	displayName: 'Get',
	action: 'Get rates and availability',
	description: 'Read what Su holds for a property: rooms to sell, prices and restrictions, one item for each day, room type and rate plan',
	effect: 'read',
	source: { call: 'POST /SUAPI/jservice/BulkARIdetails', standing: 'documented for days; the answer for the full year, and refusals, are not' },
	properties: [
		hotelId,
		{
			displayName: 'Period',
			name: 'period',
			type: 'options',
			options: [
				{ name: 'Days', value: 'days', description: `From a first to a last day, at most ${MOST_DAYS} days` },
				{ name: 'Full Year', value: 'fullYear', description: "Su's documents show neither this answer nor when the year begins. The node expects it in the form of that for days." },
			],
			default: 'days',
			description: 'Which days to read',
		},
		{
			displayName: 'First Day',
			name: 'from',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			required: true,
			default: '',
			displayOptions: { show: { period: ['days'] } },
			description: 'From this day on. Su calls this a log of future days; whether it knows days that are over is not certain.',
		},
		{
			displayName: 'Last Day',
			name: 'to',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			required: true,
			default: '',
			displayOptions: { show: { period: ['days'] } },
			description: `Up to this day, at most ${MOST_DAYS} days with the first one. Whether Su includes it is not certain.`,
		},
		heldFilters,
		simplify,
	],

	parameters(read, { timezone }) {
		const fields = new FieldReader(read);
		const isOfDays = fields.oneOf('period', { label: 'Period' }, ['days', 'fullYear']) === 'days';
		const parameters: Parameters = {
			hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
			days: isOfDays ? readDays(fields, timezone) : undefined,
			filters: readFilters(fields),
			isSimplified: isSimplified(fields),
		};
		fields.done('The request');
		return parameters;
	},

	request: (parameters) => heldRequest(parameters.hotelId, parameters.days),

	items(answer, parameters) {
		const rows = parameters.days === undefined ? heldRowsOfYear(answer, parameters.hotelId) : heldRows(answer, parameters.hotelId);
		const wanted = wantedRows(rows, parameters.filters);
		const missing = parameters.days === undefined ? undefined : daysMissing(parameters.days, wanted);
		return wanted.map((row) => ({ ...fieldsOf(row, parameters.isSimplified ? MAIN_FIELDS : undefined), ...(missing === undefined ? {} : { daysNotShown: missing }) }));
	},

	explain: explainRefusal,
};

function readDays(fields: FieldReader, timezone: string): { from: string; to: string } {
	const from = fields.day('from', { label: 'First Day' }, timezone);
	const to = fields.day('to', { label: 'Last Day' }, timezone);
	fields.daysInOrder(from, 'First Day', to, 'Last Day');
	const count = from && to ? daysIn(from, to) : 0;
	if (count > MOST_DAYS) fields.fault('Last Day', `${to} is day ${count} from First Day (${from}) on, and Su answers at most ${MOST_DAYS} days. Ask for the others in a further item, or set Period to Full Year`);
	return { from, to };
}

/**
 * The days that were asked for and that no row is about, such as `2026-12-04, 2026-12-06 to 2026-12-09`; undefined where there are none. What
 * holds on them Su does not say: no rooms, or what it was never told.
 */
function daysMissing({ from, to }: { from: IsoDay; to: IsoDay }, rows: readonly IDataObject[]): string | undefined {
	const shown = new Set(rows.map(({ date }) => date));
	const spans: Array<{ first: IsoDay; last: IsoDay }> = [];
	for (const day of daysFrom({ from, to })) {
		if (shown.has(day)) continue;
		const before = spans.at(-1);
		if (before && daysAfter(before.last, 1) === day) before.last = day;
		else spans.push({ first: day, last: day });
	}
	return spans.length === 0 ? undefined : spans.map(({ first, last }) => (first === last ? first : `${first} to ${last}`)).join(', ');
}
