import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { closeOutTime, wholeWithin } from './contentKinds';

/** Most days before arrival at which sales can end. */
const MOST_DAYS = 30;

const DAYS = 'Close-Out Days';
const TIME = 'Close-Out Time';

/** When sales end before arrival (content/property, content/rate-plan): entries of the collection Additional Fields. */
export const closeOutFields: INodeProperties[] = [
	{
		displayName: DAYS,
		name: 'closeoutDays',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1',
		description: 'How many days before arrival sales end, 0 to 30. Left out, they do not end before.',
	},
	{
		displayName: TIME,
		name: 'closeoutTime',
		type: 'string',
		default: '',
		placeholder: 'e.g. 18:30',
		description: 'At what time of the day of arrival sales end, 00:00 to 24:00, on the hour or half past. Needed with 0 Close-Out Days, and only there.',
	},
];

/** As text; `''` where it was left out. */
export interface CloseOut {
	closeoutDays: string;
	closeoutTime: string;
}

/** Reads them. Faults are noted in `fields`. */
export function readCloseOut(fields: FieldReader): CloseOut {
	const closeoutDays = fields.optionalKind('additionalFields.closeoutDays', { label: DAYS }, wholeWithin(0, MOST_DAYS)) ?? '';
	const closeoutTime = fields.optionalKind('additionalFields.closeoutTime', { label: TIME }, closeOutTime) ?? '';
	if (!fields.isFaultyAt(DAYS) && closeoutTime !== '' && closeoutDays !== '0') fields.fault(TIME, `goes with 0 ${DAYS} alone. Set ${DAYS} to 0, or remove the time`);
	if (!fields.isFaultyAt(TIME) && closeoutTime === '' && closeoutDays === '0') fields.fault(TIME, `must be filled in where ${DAYS} is 0`);
	return { closeoutDays, closeoutTime };
}
