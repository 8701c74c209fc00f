import type { LineWords } from './lineWords';
import type { IndexedProduct, Measure, ProductIndex } from './productIndex';
import { isSameMeasure, writtenMeasure } from './tokens';

/** A product beside a line. */
export interface Comparison {
	indexed: IndexedProduct;
	/** What of the line's words and sizes its name does not have. */
	missing: string[];
	/** The sizes among them. */
	missingSizes: Measure[];
	/** What of its name the line does not say. */
	unsaid: string[];
	/** The sizes among that. */
	unsaidSizes: Measure[];
	/** Weight of what both have. */
	shared: number;
	saysSize: boolean;
}

/** Words of a line that a name may have in another form. */
const ALSO: Readonly<Record<string, string>> = { hp: 'highprofile' };

/** A word as names may have it. */
export function formsOf(word: string): string[] {
	const also = ALSO[word];
	return also === undefined ? [word] : [word, also];
}

/** Compares the name of a product with what a line says. */
export function compared(indexed: IndexedProduct, words: LineWords, index: ProductIndex): Comparison {
	const said = new Set([...words.names, ...words.maybe].flatMap(formsOf));
	const covered = [...indexed.words].filter((word) => said.has(word));
	const missingWords = words.names.filter((word) => !hasWord(indexed, word));
	const { left, taken, missing } = dealt(words.measures, indexed.measures);
	return {
		indexed,
		missing: [...missingWords, ...missing.map(writtenMeasure)],
		missingSizes: missing,
		unsaid: [...[...indexed.words].filter((word) => !said.has(word)), ...left.map(writtenMeasure)],
		unsaidSizes: left,
		shared: covered.reduce((sum, word) => sum + index.wordWeight(word), 0) + taken.reduce((sum, measure) => sum + index.measureWeight(measure), 0),
		saysSize: taken.length > 0,
	};
}

/** Whether the name of a product has a word of a line. */
export function hasWord({ words }: IndexedProduct, word: string): boolean {
	return formsOf(word).some((form) => words.has(form));
}

/** Deals the sizes of a line to those of a name, each once: `4x4x8` needs two fours. Those that say what they count choose first. */
function dealt(said: readonly Measure[], ofName: readonly Measure[]): { taken: Measure[]; left: Measure[]; missing: Measure[] } {
	const left = [...ofName];
	const taken: Measure[] = [];
	const missing: Measure[] = [];
	for (const measure of [...said].sort((one, other) => Number(one.unit === '') - Number(other.unit === ''))) {
		const at = left.findIndex((each) => isSameMeasure(measure, each));
		if (at < 0) missing.push(measure);
		else taken.push(...left.splice(at, 1));
	}
	return { taken, left, missing };
}

/** The one of several that has nothing in its name that the line does not say, but for what all of them have: `Heritage`, and not `Heritage HP`. */
export function exactOf(fitting: readonly Comparison[]): Comparison | undefined {
	const exact = differencesOf(fitting).filter(({ own }) => own.length === 0);
	return exact.length === 1 ? exact[0]!.comparison : undefined;
}

function differencesOf(fitting: readonly Comparison[]): Array<{ comparison: Comparison; own: string[] }> {
	const common = (fitting[0]?.unsaid ?? []).filter((part) => fitting.every(({ unsaid }) => unsaid.includes(part)));
	return fitting.map((comparison) => ({ comparison, own: without(comparison.unsaid, common) }));
}

/** What is left once each of some parts is taken out once. */
function without(parts: readonly string[], taken: readonly string[]): string[] {
	const left = [...parts];
	for (const part of taken) left.splice(left.indexOf(part), left.includes(part) ? 1 : 0);
	return left;
}
