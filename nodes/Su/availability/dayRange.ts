import type { INodeProperties } from 'n8n-workflow';

import type { IsoDay } from '../../../engine/calendar';
import { LAST_ON_EARTH } from '../../../engine/fieldKinds/day';
import type { FieldReader } from '../../../engine/items/fields';
import type { RunContext } from '../../../engine/operation/operation';
import { furthestDay } from './horizon';

const LABELS = { from: 'First Day', to: 'Last Day' } as const;

/** The days of a change, first and last, in all operations that set something. */
export const dayRange: INodeProperties[] = [
	{
		displayName: LABELS.from,
		name: 'from',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		required: true,
		default: '',
		description: 'From this day on',
	},
	{
		displayName: LABELS.to,
		name: 'to',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		required: true,
		default: '',
		description: 'Up to this day, which is included',
	},
];

/** First and last day of a change; `''` where a day is faulty. */
export interface DayRange {
	from: IsoDay;
	to: IsoDay;
}

/**
 * The days of the panel. A hotel can be anywhere, and a stop-sell for tonight is the most urgent of all: a day is over where it is over
 * everywhere on earth. Su itself refuses days that are over at the property (925). Faults are noted in `fields`.
 *
 * @param mostAhead how many days ahead the last one may lie; left out, the caller sees to it
 */
export function readDayRange(fields: FieldReader, run: Pick<RunContext, 'timezone' | 'now'>, mostAhead?: number): DayRange {
	const from = fields.dayAhead('from', { label: LABELS.from }, run, LAST_ON_EARTH);
	const to = fields.dayAhead('to', { label: LABELS.to }, run, LAST_ON_EARTH);
	fields.daysInOrder(from, LABELS.from, to, LABELS.to);
	const furthest = mostAhead === undefined ? undefined : furthestDay(run.now, mostAhead);
	if (furthest !== undefined && to > furthest) fields.fault(LABELS.to, `must be at most ${furthest}: Su takes ${mostAhead} days ahead`);
	return { from, to };
}
