/** A decimal number without binary fractions: `units` times ten to the power of minus `scale`. */
interface Decimal {
	units: bigint;
	/** Digits after the point, from 0 up. */
	scale: number;
}

/** A number as it is written, or a decimal numeral. @throws SyntaxError for what is neither */
function decimalOf(value: number | string): Decimal {
	const [, sign = '', whole = '', part = '', power = '0'] = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(String(value)) ?? [];
	if (whole + part === '') throw new SyntaxError('This is no decimal number');
	const units = BigInt(`${sign === '-' ? '-' : ''}${whole}${part}`);
	const scale = part.length - Number(power);
	return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

function withScale({ units, scale }: Decimal, wanted: number): bigint {
	return units * 10n ** BigInt(wanted - scale);
}

/** Half of the last digit is rounded away from zero, as people do. */
function rounded({ units, scale }: Decimal, digits: number): Decimal {
	if (scale <= digits) return { units, scale };
	const step = 10n ** BigInt(scale - digits);
	const half = units < 0n ? -step / 2n : step / 2n;
	return { units: (units + half) / step, scale: digits };
}

function written({ units, scale }: Decimal): string {
	const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
	const part = scale === 0 ? '' : digits.slice(-scale).replace(/0+$/, '');
	const whole = scale === 0 ? digits : digits.slice(0, -scale);
	return `${units < 0n ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}

/** A number or numeral rounded to so many digits after the point, as text without trailing zeros and without exponent. */
export function roundedText(value: number | string, digits: number): string {
	return written(rounded(decimalOf(value), digits));
}

/** How many digits after the point a number or numeral has, trailing zeros left out. */
export function digitsAfterPoint(value: number | string): number {
	return written(decimalOf(value)).split('.')[1]?.length ?? 0;
}

/** The product of two numbers as they are written, rounded to so many digits after the point. */
export function product(one: number, other: number, digits: number): number {
	const [a, b] = [decimalOf(one), decimalOf(other)];
	return Number(written(rounded({ units: a.units * b.units, scale: a.scale + b.scale }, digits)));
}

/** The sum of numbers as they are written, rounded to so many digits after the point. */
export function sum(numbers: readonly number[], digits: number): number {
	const decimals = numbers.map(decimalOf);
	const scale = Math.max(0, ...decimals.map((each) => each.scale));
	const units = decimals.reduce((total, each) => total + withScale(each, scale), 0n);
	return Number(written(rounded({ units, scale }, digits)));
}

/**
 * A product divided by a number, rounded half up to so many digits after the point.
 *
 * @param factors what is multiplied; none is negative
 * @returns undefined where a number is not finite or is negative, or the divisor is 0
 */
export function quotient(factors: readonly number[], divisor: number, digits: number): number | undefined {
	if ([...factors, divisor].some((each) => !Number.isFinite(each) || each < 0) || divisor === 0) return undefined;
	const by = decimalOf(divisor);
	let above = { units: 1n, scale: 0 };
	for (const { units, scale } of factors.map(decimalOf)) above = { units: above.units * units, scale: above.scale + scale };
	// Both as whole numbers, the quotient with the digits that are wanted.
	const shift = digits - above.scale + by.scale;
	const [whole, part] = shift >= 0 ? [above.units * 10n ** BigInt(shift), by.units] : [above.units, by.units * 10n ** BigInt(-shift)];
	return Number(written({ units: (2n * whole + part) / (2n * part), scale: digits }));
}
