import type { Comparison } from './comparison';
import { lineWords, type LineWords } from './lineWords';
import type { Measure, ProductIndex } from './productIndex';
import { plainWord, respelt } from './spelling';
import { isSameMeasure } from './tokens';

/** What a product is made of, or its form: who does not say it may mean the usual kind, be it that the branch has only this one. */
const KINDS: readonly string[] = ['copper', 'lead', 'zinc', 'stainless', 'highprofile', 'hp'];
const WITH = /(?:\bwith\b|\bw\/)(.*)$/is;
const LENGTHS: readonly string[] = ['"', "'"];

/** Why a line may mean something else than the product whose name has all that it says; undefined where nothing speaks for that. */
export function otherReading(text: string, words: LineWords, { indexed, unsaid }: Comparison, index: ProductIndex): string | undefined {
	const { productName } = indexed.product;
	const kinds = unsaid.filter((word) => KINDS.includes(word));
	if (kinds.length > 0) return `The text does not say ${kinds.join(', ')}, and ${productName} is`;
	const lacking = pairedWords(productName).filter((word) => unsaid.includes(word));
	if (lacking.length > 0) return `The text names a part of ${productName} alone: it does not say ${lacking.join(', ')}`;
	const behind = WITH.test(productName) ? undefined : WITH.exec(text)?.[1];
	if (behind !== undefined && lineWords(behind, index).names.length > 0) return `The text names something with another thing (${behind.trim()}), and ${productName} may be one of the two`;
	if (isTurned(words.measures, indexed.measures)) return `The text has the sizes in another order than ${productName}`;
	return undefined;
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
