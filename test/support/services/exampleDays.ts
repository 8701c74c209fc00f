import { RUN } from '../panels/pure';

const DAY_MS = 24 * 60 * 60 * 1000;

/** For what must lie a little back. */
export const YESTERDAY = dayBefore(new Date());

/** An example as it is at the time of `RUN`, for tests of operations without n8n. */
export function atTimeOfRun<T extends object>(example: T): T {
	return JSON.parse(JSON.stringify(example).replaceAll(YESTERDAY, dayBefore(RUN.now))) as T;
}

function dayBefore(now: Date): string {
	return new Date(now.getTime() - DAY_MS).toISOString().slice(0, 10);
}
