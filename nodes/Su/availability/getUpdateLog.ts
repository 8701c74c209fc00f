import { isoDay } from '../../../engine/calendar';
import { FIRST_ON_EARTH } from '../../../engine/fieldKinds/day';
import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation, RunContext } from '../../../engine/operation/operation';
import type { UpdateLogRequest } from '../shared/contract';
import { hotelId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { explainRefusal, rowsIn } from '../shared/refusal';
import { suPath } from '../shared/requests';

interface Parameters {
	hotelId: string;
	date: string;
}

/** The log of a day's updates, `POST updatelog` (logs/update-logs). Su gives the address of a text file. */
export const getUpdateLog: RepeatableOperation<Parameters> = {
	name: 'getUpdateLog',
	displayName: 'Get Update Log',
	action: 'Get the log of updates',
	description: 'Get the address of the text file in which Su logs the updates of a day',
	effect: 'read',
	source: { call: 'POST /SUAPI/jservice/updatelog', standing: 'documented; what stands in the file is not' },
	properties: [
		hotelId,
		{
			displayName: 'Day',
			name: 'date',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			required: true,
			default: '',
			description: 'The day on which Su got the updates: today or one before',
		},
	],

	parameters(read, run) {
		const fields = new FieldReader(read);
		const parameters: Parameters = { hotelId: fields.code('hotelId', { label: LABELS.hotelId }), date: readPastDay(fields, run) };
		fields.done('The request');
		return parameters;
	},

	request(parameters) {
		const body: UpdateLogRequest = { hotelid: parameters.hotelId, date: parameters.date };
		return { method: 'POST', path: suPath('updatelog'), body };
	},

	items: (answer) => rowsIn(answer, 'Updatelogs', 'Update Logs'),
	explain: explainRefusal,
};

/** A property can lie where tomorrow has begun already: only a day that has begun nowhere is refused. */
function readPastDay(fields: FieldReader, { timezone, now }: RunContext): string {
	const day = fields.day('date', { label: 'Day' }, timezone);
	const latest = isoDay(now, FIRST_ON_EARTH);
	if (latest !== undefined && day > latest) fields.fault('Day', `${day} lies ahead. Give today or a day before`);
	return day;
}
