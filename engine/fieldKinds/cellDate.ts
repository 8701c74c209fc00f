import { daysAfter, isRealDay, type IsoDay } from '../calendar';

/** Last day that a spreadsheet counts, 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/**
 * The day that a spreadsheet shows for a number, in its usual system: 1 is 1900-01-01, and 60 is 29 February 1900, which never was.
 * A time of day, the digits after the point, is left out.
 *
 * @returns undefined where no day has the number
 */
export function dayOfSerial(serial: number): IsoDay | undefined {
	const days = Math.floor(serial);
	if (!(days >= 1 && days <= LAST_SERIAL) || days === 60) return undefined;
	return daysAfter(days < 60 ? '1899-12-31' : '1899-12-30', days);
}

/**
 * What a number looks like that is no date.
 *
 * A spreadsheet's day number is told and not taken: the same number is a day four years later in sheets with the 1904 system, and
 * a quantity or a code from the wrong column is a number too.
 */
export function numberLooksLike(number: number): string | undefined {
	if (Number.isInteger(number) && number >= 1900 && number <= 2199) return 'a year alone';
	const serial = dayOfSerial(number);
	if (serial !== undefined) return `a spreadsheet's day number: ${serial}`;
	const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(String(number)) ?? [];
	const joined = `${year}-${month}-${day}`;
	if (year !== undefined && isRealDay(joined)) return `the day ${joined}`;
	const fromSeconds = new Date(number * 1000);
	if (number >= 1e8 && number < 1e11 && !Number.isNaN(fromSeconds.getTime())) return `seconds since 1970: ${fromSeconds.toISOString().slice(0, 10)}`;
	return undefined;
}

/** What text looks like that is no ISO date: each day that it can mean. */
export function textLooksLike(text: string): string | undefined {
	const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
	if (yearFirst) return iso(yearFirst[1], yearFirst[2], yearFirst[3]);
	const [, one, two, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T,].*)?$/.exec(text) ?? [];
	if (year === undefined) return undefined;
	const monthFirst = iso(year, one, two);
	const dayFirst = iso(year, two, one);
	if (monthFirst !== undefined && dayFirst !== undefined && monthFirst !== dayFirst) return `${monthFirst} (month first) or ${dayFirst} (day first)`;
	return monthFirst ?? dayFirst;
}

function iso(year: string | undefined, month = '', day = ''): IsoDay | undefined {
	const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	return isRealDay(text) ? text : undefined;
}
