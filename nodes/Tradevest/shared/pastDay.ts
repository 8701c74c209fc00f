import { isoDay, type IsoDay } from '../../../engine/calendar';
import { FIRST_ON_EARTH } from '../../../engine/fieldKinds/day';
import type { FieldReader } from '../../../engine/items/fields';
import type { RunContext } from '../../../engine/operation/operation';

/** Reads a day that must be there and has come, somewhere on earth at least, such as that of a birth. Faults are noted in `fields`. */
export function readPastDay(fields: FieldReader, name: string, label: string, run: Pick<RunContext, 'now' | 'timezone'>): IsoDay {
	return hasCome(fields, label, fields.day(name, { label }, run.timezone), run);
}

/** The same where it may be left out; then undefined. */
export function readOptionalPastDay(fields: FieldReader, name: string, label: string, run: Pick<RunContext, 'now' | 'timezone'>): IsoDay | undefined {
	const day = fields.optionalDay(name, { label }, run.timezone);
	return day === undefined ? undefined : hasCome(fields, label, day, run);
}

function hasCome(fields: FieldReader, label: string, day: IsoDay, { now }: Pick<RunContext, 'now'>): IsoDay {
	return day > (isoDay(now, FIRST_ON_EARTH) ?? '') ? fields.fault(label, `${day} has not come yet`, day) : day;
}
