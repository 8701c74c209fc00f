import { daysAfter, isoDay } from '../../../engine/calendar';
import { FIRST_ON_EARTH } from '../../../engine/fieldKinds/day';

/** Days ahead that a range may reach (rates-and-availability, codes/error-codes 921). */
export const MOST_DAYS_AHEAD = 730;

/** Days ahead that a single day may lie (rates-and-availability, in an older wording). */
export const MOST_DAYS_AHEAD_OF_VALUE = 500;

/** Days ahead that a rule may reach (inventory-control). */
export const MOST_DAYS_AHEAD_OF_RULE = 500;

/** The furthest day so many days ahead, counted from where today has begun first: what only Su can judge is not refused here. */
export function furthestDay(now: Date, daysAhead: number): string {
	return daysAfter(isoDay(now, FIRST_ON_EARTH)!, daysAhead);
}
