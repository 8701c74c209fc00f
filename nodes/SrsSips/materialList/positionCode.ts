/** The number of a position may stand where a code does, and is another one in each list. */
export function isPositionCode(code: string): boolean {
	return /^\d{1,4}$/.test(code.trim());
}
