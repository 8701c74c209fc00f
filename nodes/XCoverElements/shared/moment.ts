import { momentOf } from '../../../engine/calendar';
import { shown, type Reading } from '../../../engine/fieldKinds/reading';

/** A moment in UTC to the second, such as `2026-03-03T08:30:00Z`, from an ISO date-time with its zone or from a date as n8n's expressions give it. */
export function utcSecond(value: unknown): Reading<string> {
	const moment = momentOf(value);
	const isOne = moment !== undefined && Math.abs(moment) < LATEST;
	return isOne ? { value: new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z') } : { fault: `must be a date and time with its zone, such as 2026-03-03T08:30:00Z, not ${shown(value)}` };
}

/** The end of the year 9999: later ones have no such form. */
const LATEST = Date.UTC(10_000, 0, 1);
