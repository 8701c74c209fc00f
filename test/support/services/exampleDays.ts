import { RUN } from '../panels/pure';

const DAY_MS = 24 * 60 * 60 * 1000;

/** For what must lie a little back. Its field is one of `LITTLE_BACK`. */
export const YESTERDAY = dayBefore(new Date());

/**
 * Fields of examples that hold `YESTERDAY`. They are known by name, not by their value: another field of another example
 * holds that same day once, when the calendar comes to it.
 */
const LITTLE_BACK: ReadonlySet<string> = new Set(['identificationDate']);

/** An example as it is at the time of `RUN`, for tests of operations without n8n. */
export function atTimeOfRun<T extends object>(example: T): T {
	return JSON.parse(JSON.stringify(example), (name, value: unknown) => (LITTLE_BACK.has(name) ? dayBefore(RUN.now) : value)) as T;
}

function dayBefore(now: Date): string {
	return new Date(now.getTime() - DAY_MS).toISOString().slice(0, 10);
}
