import { NO_OPTION } from '../shared/sips';
import { hasWord, type Comparison } from './comparison';
import { lineWords, type LineWords } from './lineWords';
import type { Measure, ProductIndex } from './productIndex';
import { plainWord, respelt } from './spelling';
import { isSameMeasure, writtenMeasure } from './tokens';

/** What a product is made of, or its form: who does not say it may mean the usual kind, be it that the branch has only this one. */
const KINDS: readonly string[] = ['copper', 'lead', 'zinc', 'stainless', 'highprofile', 'hp', 'hightemp', 'threetab'];
/** What no shingle of this kind is. */
const NO_THREETAB = /\b(?:architectural|laminated?|dimensional)\b/i;
const WITH = /(?:\bwith\b|\bw\/)(.*)$/is;
/** A sign between two things that is none of one thing's name. */
const AND = /(\p{L}+) ?(?:\band\b|\bplus\b|&|\+| \/(?= )) ?(\p{L}+)/u;
const LENGTHS: readonly string[] = ['"', "'"];

/** Why a line may mean something else than the product whose name has all that it says; undefined where nothing speaks for that. */
export function otherReading(text: string, words: LineWords, { indexed, unsaid }: Comparison, index: ProductIndex): string | undefined {
	const { productName, options } = indexed.product;
	const kinds = unsaid.filter((word) => KINDS.includes(word));
	if (kinds.length > 0) return `The text does not say ${kinds.join(', ')}, and ${productName} is`;
	if (indexed.words.has('threetab') && NO_THREETAB.test(text)) return `The text says ${NO_THREETAB.exec(text)![0]}, and ${productName} is threetab`;
	const colours = options.length === 1 && options[0] === NO_OPTION ? unsaid.filter((word) => index.isColour(word)) : [];
	if (colours.length > 0) return `The text does not say ${colours.join(', ')}, and ${productName} is`;
	const lacking = pairedWords(productName).filter((word) => unsaid.includes(word));
	if (lacking.length > 0) return `The text names a part of ${productName} alone: it does not say ${lacking.join(', ')}`;
	const behind = WITH.test(productName) ? undefined : WITH.exec(text)?.[1];
	if (behind !== undefined && lineWords(behind, index).names.length > 0) return `The text names something with another thing (${behind.trim()}), and ${productName} may be one of the two`;
	const joined = AND.exec(respelt(text));
	if (joined && !AND.test(respelt(productName)) && joined.slice(1).every((word) => index.isOfName(plainWord(word)))) return `The text names two things (${joined[0]}), and ${productName} may be one of the two`;
	const other = words.maybe.filter((word) => !indexed.words.has(word) && !index.isColour(word) && index.withWord(word).some((at) => words.names.every((name) => hasWord(index.products[at]!, name))));
	if (other.length > 0) return `The text says ${other.join(', ')}, which ${productName} is not, and others are`;
	if (words.measures.length > 0 && words.measures.every((measure) => isLengthOnly(measure, indexed.measures))) {
		const width = indexed.measures.filter(({ unit }) => unit === '"');
		if (width.length > 0) return `The text does not say ${width.map(writtenMeasure).join(' x ')}, and ${productName} is so`;
	}
	if (isTurned(words.measures, indexed.measures)) return `The text has the sizes in another order than ${productName}`;
	return undefined;
}

/** Whether a size of a line is the length in feet of a name, and no width in inches. */
function isLengthOnly(said: Measure, ofName: readonly Measure[]): boolean {
	const same = ofName.filter((measure) => isSameMeasure(said, measure));
	return same.length > 0 && same.every(({ unit }) => unit === "'" || unit === 'lf');
}

/** Words of a name that stand for two things: `plates and screws`. */
function pairedWords(name: string): string[] {
	return [...respelt(name).matchAll(/(\p{L}+) (?:and|&) (\p{L}+)/gu)].flatMap(([, one = '', other = '']) => [plainWord(one), plainWord(other)]);
}

/** Whether two lengths of the same unit stand in the other order: 38" x 21" is no 21" x 38". */
function isTurned(said: readonly Measure[], ofName: readonly Measure[]): boolean {
	const places: number[] = [];
	for (const measure of said) {
		const at = ofName.findIndex((each, place) => !places.includes(place) && isSameMeasure(measure, each));
		if (at >= 0) places.push(at);
	}
	return places.some((place, at) => {
		const before = places[at - 1];
		return before !== undefined && place < before && ofName[place]!.unit === ofName[before]!.unit && LENGTHS.includes(ofName[place]!.unit);
	});
}
