import { errorAnswer } from '../errors';

/** What there is not. The words are invented. */
export function notFound(what: string, id: string) {
	return { status: 404 as const, body: errorAnswer(`No ${what} ${id}`) };
}
