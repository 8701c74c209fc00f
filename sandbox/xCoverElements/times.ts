/** A time as this partner mostly writes it, with microseconds: `2026-03-03T08:30:00.000000Z`. */
export function timeOf(ms: number): string {
	return new Date(ms).toISOString().replace('Z', '000Z');
}

/** The same as bookings write the time of a policy: `2026-03-03T08:30:00.000000+00:00`. */
export function offsetTimeOf(ms: number): string {
	return timeOf(ms).replace('Z', '+00:00');
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** The same day a year later. */
export function yearsLater(ms: number, years: number): number {
	const date = new Date(ms);
	return date.setUTCFullYear(date.getUTCFullYear() + years);
}

/** How long a policy lasts, such as `21 23:18:00`. */
export function durationOf(fromMs: number, toMs: number): string {
	const seconds = Math.max(0, Math.floor((toMs - fromMs) / 1000));
	const two = (number: number) => String(number).padStart(2, '0');
	const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
	const days = Math.floor(seconds / 86_400);
	return days === 0 ? clock : `${days} ${clock}`;
}
