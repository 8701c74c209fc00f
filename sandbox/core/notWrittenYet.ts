/**
 * Stands in a handler that `npm run new` has made, until it is written.
 *
 * @param what the handler is to answer
 * @throws always; the caller gets status 501
 */
export function notWrittenYet(what: string): never {
	throw Object.assign(new Error(`Not written yet: ${what}`), { statusCode: 501 });
}
