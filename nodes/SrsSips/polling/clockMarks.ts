import type { DayNumber } from './days';

/** What is remembered of the clock of this computer, to see that it was set. Hours are since 1970. */
export interface ClockMarks {
	/** Of the last poll. */
	hour: number;
	/** Since when it has gone on from poll to poll. */
	evenFrom: number;
	/** What is older than this day has been forgotten, so that it is no news. */
	horizon: DayNumber | null;
	/** Hours between the last two polls, where they were more than a day: a watch may look once a week. */
	gap: number | null;
	/** Until when a leap ahead is in doubt, which was longer than the look back: by that clock all that is known may be over. */
	doubtUntil: number | null;
}

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
/** Hours for which a clock must have gone on before anything is forgotten by it, and longest time between two polls for that. */
const TRIAL_HOURS = 24;
/** How many times as long as the one before a time between two polls may be, and as short, to be the usual one. */
const SIMILAR = 2;
/** Steps back that are none: clocks are corrected by a little all the time. */
const SLACK_HOURS = 1;

/**
 * The marks after a poll. A clock that was set is not believed for a day: by a year that it has wrong all orders would be
 * over, and news once it is right again. More than a day between two polls is a step, too, unless it was as long the time before.
 *
 * @param lookBackDays see `PollRules`. A step ahead by more than that is in doubt for as long: n8n may have been down, or the clock
 *   may be wrong, and be set back within weeks
 */
export function clockMarks(before: ClockMarks | undefined, now: number, lookBackDays: number): ClockMarks {
	const hour = Math.floor(now / HOUR_MS);
	if (!before) return { hour, evenFrom: hour, horizon: null, gap: null, doubtUntil: null };
	const leap = lookBackDays * DAY_HOURS;
	const passed = hour - before.hour;
	if (passed < -SLACK_HOURS) {
		// Set back by a leap, it is right again; by less, as wrong as before.
		const doubtUntil = before.doubtUntil !== null && -passed <= leap ? before.doubtUntil + passed : null;
		return { ...before, hour, evenFrom: hour, gap: null, doubtUntil };
	}
	const gap = passed > TRIAL_HOURS ? passed : null;
	if (gap !== null && !isSimilar(gap, before.gap)) return { ...before, hour, evenFrom: hour, gap, doubtUntil: gap > leap ? hour + leap : before.doubtUntil };
	return { ...before, hour: Math.max(hour, before.hour), gap };
}

function isSimilar(gap: number, before: number | null): boolean {
	return before !== null && gap <= before * SIMILAR && before <= gap * SIMILAR;
}

/** Whether the clock has gone on for long enough to go by it. */
export function isBelieved({ hour, evenFrom }: ClockMarks): boolean {
	return hour - evenFrom >= TRIAL_HOURS;
}

/** Whether a leap ahead of the clock is still in doubt, so that nothing should be forgotten by it. */
export function isLeapInDoubt({ hour, doubtUntil }: ClockMarks): boolean {
	return doubtUntil !== null && hour < doubtUntil;
}
