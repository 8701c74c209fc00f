import { DAY_MS, isoDay, type IsoDay } from '../../../engine/calendar';

/** A day as a number: days since 1970-01-01. Days are compared and stored as such. */
export type DayNumber = number;

/** The day on which a moment falls. @param timezone IANA name */
export function dayAt(moment: number, timezone: string): DayNumber {
	return dayOf(moment, timezone) ?? Math.floor(moment / DAY_MS);
}

/** The day that a date means, as SIPS or a person wrote it; undefined where it is none. @param timezone IANA name */
export function dayOf(value: unknown, timezone: string): DayNumber | undefined {
	const day = isoDay(value, timezone);
	return day === undefined ? undefined : Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** As it is sent. */
export function asIsoDay(day: DayNumber): IsoDay {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
