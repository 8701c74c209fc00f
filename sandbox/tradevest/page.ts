import { errorMessage } from './errors';
import type { ErrorMessage } from './types';

const DEFAULT_LIMIT = 20;

/** A page as every list of this partner has it that is no bare array. */
export interface Page<T> {
	data: T[];
	pagination: { cursor?: string; limit: number };
}

/** The same page with its things as they are read. Only those of the page are made ready. */
export function shownPage<T, Read>(answer: ReturnType<typeof pageAnswer<T>>, show: (thing: T) => Read): ReturnType<typeof pageAnswer<Read>> {
	return answer.status === 200 ? { status: 200, body: { ...answer.body, data: answer.body.data.map(show) } } : answer;
}

/**
 * A page of things, and 400 for a cursor that is none. The cursor is the id of the last thing seen, so new ones do not shift a page.
 *
 * @param all those that pass the filters of the call, in the order of the list
 */
export function pageAnswer<T>(all: readonly T[], idOf: (thing: T) => string, { cursor, limit = DEFAULT_LIMIT }: { cursor?: string; limit?: number }): { status: 200; body: Page<T> } | { status: 400; body: ErrorMessage } {
	const seen = cursor === undefined ? 0 : all.findIndex((thing) => idOf(thing) === cursor) + 1;
	if (cursor !== undefined && seen === 0) return { status: 400, body: errorMessage(400, `No such cursor: ${cursor}`) };
	const data = all.slice(seen, seen + limit);
	const last = data.at(-1);
	const next = seen + limit < all.length && last !== undefined ? { cursor: idOf(last) } : {};
	return { status: 200, body: { data, pagination: { ...next, limit } } };
}
