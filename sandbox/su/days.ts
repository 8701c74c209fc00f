const DAY_MS = 24 * 60 * 60 * 1000;

/** A day so many days from another one, `YYYY-MM-DD`. */
export function dayFrom(first: string, count: number): string {
	return new Date(Date.parse(`${first}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** How many days lie from a first to a last one, both included. */
export function countOfDays(first: string, last: string): number {
	return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS) + 1;
}

/** In GMT. */
export function today(): string {
	return new Date().toISOString().slice(0, 10);
}

/** The first day that is not over somewhere on earth: the property's own day is not known here. */
export function firstDayLeft(nowMs: number): string {
	return new Date(nowMs - DAY_MS / 2).toISOString().slice(0, 10);
}
