import { plainWord, respelt } from './spelling';

/** A piece of a text that counts for the comparison. */
export type Token =
	/** A word, in the form in which it is compared; `written` as it stood there. */
	| { kind: 'word'; word: string; written: string }
	/** A number and what it counts: `2"`, `10'`, `29 ga`. The unit is `''` where the text says none, and `lb` for `#` on either side. */
	| { kind: 'measure'; value: string; unit: string };

/** A number: with a fraction (`1-1/4`), with decimals, or whole. */
const NUMBER = String.raw`\d+[ -]\d+\/\d+|\d+\/\d+|\d*\.\d+|\d+`;
/** What a number counts, by the form in which it is compared. */
const UNITS: ReadonlyArray<readonly [string, RegExp]> = [
	['sqin', /^ ?-?(?:sq\.? ?in(?:ch(?:es)?)?\b\.?)/],
	['"', /^ ?-?(?:"|inch(?:es)?\b|in\b\.?)/],
	['lf', /^ ?-?(?:lin(?:eal|ear)?\.? ?(?:ft|feet|foot)\b\.?|l\.?f\b\.?)/],
	["'", /^ ?-?(?:'|feet\b|foot\b|ft\b\.?)/],
	['ga', /^ ?-?(?:gauge\b|ga\b\.?)/],
	['gal', /^ ?-?(?:gal(?:lon)?s?\b\.?)/],
	['oz', /^ ?-?(?:oz\b\.?|ounces?\b)/],
	['lb', /^ ?-?(?:#|lbs?\b\.?|pounds?\b)/],
	['yr', /^ ?-?(?:years?\b|yrs?\b\.?)/],
	['ct', /^ ?-?(?:ct\b\.?|counts?\b|pk\b)/],
	['mil', /^ ?-?mils?\b/],
	['cfm', /^ ?-?cfm\b/],
	['w', /^ ?-?(?:w\b|watts?\b)/],
	['sq', /^ ?-?(?:squares?\b|sqs?\b\.?)/],
];
const PIECE = new RegExp(`#? ?(?:${NUMBER})|[\\p{L}]+`, 'gu');

/** The words and measures of a text, in their order. */
export function tokensOf(text: string): Token[] {
	const spelt = respelt(text);
	const tokens: Token[] = [];
	PIECE.lastIndex = 0;
	for (let found = PIECE.exec(spelt); found; found = PIECE.exec(spelt)) {
		const [piece] = found;
		if (!/\d/.test(piece)) {
			// Between numbers it says that they belong together.
			if (piece !== 'x') tokens.push({ kind: 'word', word: plainWord(piece), written: piece });
			continue;
		}
		const rest = spelt.slice(PIECE.lastIndex, PIECE.lastIndex + 16);
		const [unit, pattern] = piece.startsWith('#') ? (['lb', undefined] as const) : (UNITS.find(([, form]) => form.test(rest)) ?? (['', undefined] as const));
		if (pattern) PIECE.lastIndex += pattern.exec(rest)![0].length;
		tokens.push({ kind: 'measure', value: valueOf(piece.replace(/^# ?/, '').trim()), unit });
	}
	return tokens;
}

/** The value of a number as decimal text, so that 1-1/4 and 1.25 are the same. */
function valueOf(number: string): string {
	const fraction = /^(?:(\d+)[ -])?(\d+)\/(\d+)$/.exec(number);
	const value = fraction ? Number(fraction[1] ?? 0) + Number(fraction[2]) / Number(fraction[3]) : Number(number);
	return String(Number(value.toFixed(4)));
}

/** A measure as a person reads it. */
export function writtenMeasure({ value, unit }: { value: string; unit: string }): string {
	if (unit === '' || unit === '"' || unit === "'") return `${value}${unit}`;
	return unit === 'lb' ? `#${value}` : `${value} ${unit}`;
}

/**
 * Whether a measure of a line may be that of a product: the same number of the same unit, or of none said. Feet and linear feet are the same length.
 */
export function isSameMeasure(line: { value: string; unit: string }, product: { value: string; unit: string }): boolean {
	if (line.value !== product.value) return false;
	return line.unit === '' || line.unit === product.unit || (isLength(line.unit) && isLength(product.unit));
}

function isLength(unit: string): boolean {
	return unit === "'" || unit === 'lf';
}
