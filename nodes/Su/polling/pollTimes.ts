import { isObject, textOf } from '../../../engine/values';

/** Su takes a message out of the queue that was not acknowledged for an hour (new-modified-requested-cancelled-retrievals). Polls are to come twice in that time. */
export const LONGEST_MINUTES = 30;

const HOUR = 60;
const DAY = 24 * HOUR;

/**
 * The longest time between two polls, in minutes, by the times that stand in the panel (*Poll Times*, as n8n-workflow's `toCronExpression` reads them).
 * Of several the one that polls most often counts.
 *
 * @returns undefined where it cannot be told, as for an expression of cron with ranges
 */
export function longestGap(pollTimes: unknown): number | undefined {
	const items: unknown[] = isObject(pollTimes) && Array.isArray(pollTimes.item) ? pollTimes.item : [];
	const gaps = items.filter(isObject).map(gapOf);
	if (gaps.length === 0 || gaps.includes(undefined)) return undefined;
	return Math.min(...(gaps as number[]));
}

function gapOf({ mode, value, unit, cronExpression }: Record<string, unknown>): number | undefined {
	if (mode === 'everyMinute') return 1;
	if (mode === 'everyHour') return HOUR;
	if (mode === 'everyX') return Number(value) * (unit === 'hours' ? HOUR : 1) || undefined;
	if (mode === 'custom') return gapOfCron(textOf(cronExpression) ?? '');
	return DAY;
}

/** Five parts, or six with seconds before them. */
function gapOfCron(expression: string): number | undefined {
	const parts = expression.trim().split(/\s+/);
	const [minutes = '', hours = ''] = parts.slice(parts.length === 6 ? 1 : 0);
	if (!['*', '*/1'].includes(hours)) return /^[\d,]+$/.test(hours) ? DAY / hours.split(',').length : undefined;
	if (minutes === '*') return 1;
	const [, step] = /^\*\/(\d+)$/.exec(minutes) ?? [];
	if (step !== undefined) return Math.min(Number(step), HOUR) || undefined;
	if (!/^\d+(?:,\d+)*$/.test(minutes)) return undefined;
	const at = [...new Set(minutes.split(',').map(Number))].sort((a, b) => a - b);
	return Math.max(...at.map((minute, place) => (at[place + 1] ?? at[0]! + HOUR) - minute));
}
