/** A decimal number as digits and how many of them stand behind the point. */
interface Decimal {
	digits: bigint;
	scale: number;
}

/**
 * A product divided by a number, worked out in decimals and rounded half up, so that nothing depends on how a fraction is stored.
 *
 * @param factors what is multiplied; none is negative
 * @param decimals digits behind the point of the result
 * @returns undefined where a number is not finite, is negative, or the divisor is 0
 */
export function quotient(factors: readonly number[], divisor: number, decimals: number): number | undefined {
	const parts = factors.map(decimalOf);
	const by = decimalOf(divisor);
	if (by === undefined || by.digits === 0n || parts.some((part) => part === undefined)) return undefined;
	let above = 1n;
	let scale = decimals;
	for (const part of parts as Decimal[]) {
		above *= part.digits;
		scale -= part.scale;
	}
	scale += by.scale;
	let below = by.digits;
	if (scale >= 0) above *= 10n ** BigInt(scale);
	else below *= 10n ** BigInt(-scale);
	const rounded = (2n * above + below) / (2n * below);
	const text = rounded.toString().padStart(decimals + 1, '0');
	return Number(`${text.slice(0, text.length - decimals)}.${text.slice(text.length - decimals)}`);
}

/** The shortest decimal text that means this number, as a partner wrote it in JSON. */
function decimalOf(value: number): Decimal | undefined {
	const [, whole = '', fraction = '', exponent = '0'] = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
	if (whole === '') return undefined;
	const scale = fraction.length - Number(exponent);
	const digits = BigInt(whole + fraction);
	return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}
