/** Sums of exact decimals, as text in and as text out: `1250.40` and `0.1` make `1250.50`. Written as JSON writes numbers. */

interface Decimal {
	units: bigint;
	/** How many of the digits of `units` stand after the point. */
	places: number;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** More would fill the memory, and no price has them. */
const MOST_EXPONENT = 1000;

export function sum(a: string, b: string): string {
	const [x, y] = [read(a), read(b)];
	const places = Math.max(x.places, y.places);
	return write({ units: unitsAt(x, places) + unitsAt(y, places), places });
}

export function negative(a: string): string {
	const { units, places } = read(a);
	return write({ units: -units, places });
}

export function product(a: string, b: string): string {
	const [x, y] = [read(a), read(b)];
	return write({ units: x.units * y.units, places: x.places + y.places });
}

/** @param places digits after the point; further ones are cut off. @throws RangeError where `b` is 0 */
export function quotient(a: string, b: string, places: number): string {
	const [x, y] = [read(a), read(b)];
	const scaled = x.units * 10n ** BigInt(places + y.places);
	return write({ units: scaled / (y.units * 10n ** BigInt(x.places)), places });
}

/** With no more digits after the point than said: half a unit is rounded away from 0. Fewer stay fewer. */
export function rounded(a: string, places: number): string {
	const x = read(a);
	if (x.places <= places) return write(x);
	const step = 10n ** BigInt(x.places - places);
	const half = x.units < 0n ? -step / 2n : step / 2n;
	return write({ units: (x.units + half) / step, places });
}

/** Whether all digits after so many places are 0. */
export function isInSteps(a: string, places: number): boolean {
	const x = read(a);
	return x.places <= places || x.units % 10n ** BigInt(x.places - places) === 0n;
}

/** Below, at or above 0. */
export function sign(a: string): -1 | 0 | 1 {
	const { units } = read(a);
	return units < 0n ? -1 : units > 0n ? 1 : 0;
}

function read(text: string): Decimal {
	const [, minus = '', whole, fraction = '', exponent = '0'] = DECIMAL.exec(text) ?? [];
	if (whole === undefined || Math.abs(Number(exponent)) > MOST_EXPONENT) throw new RangeError(`No decimal: ${text.slice(0, 40)}`);
	const units = BigInt(minus + whole + fraction);
	const places = fraction.length - Number(exponent);
	return places < 0 ? { units: units * 10n ** BigInt(-places), places: 0 } : { units, places };
}

function unitsAt({ units, places }: Decimal, wanted: number): bigint {
	return units * 10n ** BigInt(wanted - places);
}

function write({ units, places }: Decimal): string {
	const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
	const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
	return units < 0n ? `-${text}` : text;
}
