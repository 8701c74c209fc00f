/**
 * The wait a partner asks for, from `Retry-After` in either of its forms: seconds, or an HTTP date
 * (RFC 9110, 10.2.3).
 *
 * @param now the present moment in milliseconds since 1970
 * @returns milliseconds, never negative; undefined where the header is missing or says nothing
 */
export function retryAfterMs(header: unknown, now: number): number | undefined {
	const text = Array.isArray(header) ? header[0] : header;
	if (typeof text === 'number') return text >= 0 ? text * 1000 : undefined;
	if (typeof text !== 'string' || text.trim() === '') return undefined;
	if (/^\s*\d+(\.\d+)?\s*$/.test(text)) return Number(text) * 1000;
	// Date.parse alone reads almost anything, "-5" as the year 2001.
	const date = /^[A-Z][a-z]+, .+ GMT$/.test(text.trim()) ? Date.parse(text) : NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
