import { dayFrom, firstDayLeft } from './days';
import { codes } from './errors';
import type { Fault } from './types';

/** Furthest day in days from now (codes/error-codes, 921). */
export const FURTHEST_DAYS = 730;

/** What is wrong with one day, or with a range. */
export function dayFaults({ value, from = value, to = value }: { value?: string; from?: string; to?: string }, furthestDays: number, nowMs: number): Fault[] {
	const last = dayFrom(new Date(nowMs).toISOString().slice(0, 10), furthestDays);
	const faults: Fault[] = [];
	if (from !== undefined && from < firstDayLeft(nowMs)) faults.push({ Code: codes.hasPassed, ShortText: `fromdate has passed (${from})` });
	if (to !== undefined && to > last) faults.push({ Code: codes.tooFarAhead, ShortText: `The date ${to} is beyond ${furthestDays} days` });
	return faults;
}
