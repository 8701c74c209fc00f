import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import { choiceOf } from '../../../engine/fieldKinds/choice';
import type { FieldReader } from '../../../engine/items/fields';
import { textOf } from '../../../engine/values';
import { ratePlanId, roomIdFilter } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { SU } from '../shared/su';

/** Of which room type and rate plan something is wanted; `''` for all. */
export interface HeldFilters {
	roomId: string;
	ratePlanId: string;
}

/** Su itself always answers for the whole property. */
export const heldFilters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'What to put out. Su always answers for the whole property; the rest is left out here.',
	options: [{ ...ratePlanId, description: 'Only this rate plan' }, roomIdFilter],
};

/** The filters of the panel. Faults are noted in `fields`. */
export function readFilters(fields: FieldReader): HeldFilters {
	return {
		roomId: fields.optionalText('filters.roomId', { label: LABELS.roomId }),
		ratePlanId: fields.optionalText('filters.ratePlanId', { label: LABELS.ratePlanId }),
	};
}

/** The rows that are wanted. @throws Failure of kind `notFound` for an ID that no row has: nothing put out would look like no rooms */
export function wantedRows(rows: IDataObject[], { roomId, ratePlanId: planId }: HeldFilters): IDataObject[] {
	return only('ratePlanId', LABELS.ratePlanId, planId, only('roomId', LABELS.roomId, roomId, rows));
}

function only(name: keyof HeldFilters, label: string, given: string, rows: IDataObject[]): IDataObject[] {
	if (given === '' || rows.length === 0) return rows;
	const read = choiceOf(given, [...new Set(rows.flatMap((row) => textOf(row[name]) ?? []))], SU);
	if ('value' in read) return rows.filter((row) => row[name] === read.value);
	throw new Failure('notFound', `${SU} holds nothing for ${label} ${given} on these days`, { advice: `Check ${label} under Filters: ${read.fault}.` });
}
