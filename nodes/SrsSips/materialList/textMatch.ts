import { lineWords, type LineWords } from './lineWords';
import type { IndexedProduct, Measure, ProductIndex } from './productIndex';
import type { SoldProduct } from './soldProducts';
import { isSameMeasure, writtenMeasure } from './tokens';

/** A product that a line may mean. */
export interface TextCandidate {
	product: SoldProduct;
	/** How much of the line and of the name are the same, by weight: from 0 to 1 (Dice). */
	score: number;
	/** In words. */
	reason: string;
}

/** What a text says about which product is meant. */
export interface TextMatch {
	/** The product that alone fits all that the text says; undefined where none does, or several. */
	product: SoldProduct | undefined;
	/** Why, in words. */
	reason: string;
	candidates: TextCandidate[];
	words: LineWords;
}

/** Most candidates of a line. */
const MOST_CANDIDATES = 5;
/** How much of the weight of a product's name a line must say, that it may be certain. */
const LEAST_SAID = 0.4;
/** Numbers that are no size: how many are in a packet, and how long it lasts. Who does not name them still means the product. */
const NO_SIZE = ['ct', 'yr', 'w'];
/** Words of a line that a name may have in another form. */
const ALSO: Readonly<Record<string, string>> = { hp: 'highprofile' };

/** Compares a product with a line. */
interface Comparison {
	indexed: IndexedProduct;
	/** What of the line's words and sizes its name does not have. */
	missing: string[];
	/** What of its name the line does not say. */
	unsaid: string[];
	/** Weight of what both have. */
	shared: number;
	saysSize: boolean;
}

/**
 * Finds the product that a text means, by its words and sizes. Certain is a product only where its name explains every word and number of the text that
 * is no colour, no unit and no filler, and where no other product does so as well.
 */
export class TextMatcher {
	private readonly shared: Float64Array;
	private readonly remembered = new Map<string, TextMatch>();

	constructor(private readonly index: ProductIndex) {
		this.shared = new Float64Array(index.products.length);
	}

	/** What the text says. The same text is read once. */
	match(text: string): TextMatch {
		const known = this.remembered.get(text);
		if (known) return known;
		const match = this.compare(lineWords(text, this.index));
		this.remembered.set(text, match);
		return match;
	}

	/** What of a text does not fit the name of a product: words that products of the branch have, and numbers. */
	contradictions(text: string, product: SoldProduct): string[] {
		const indexed = this.index.of(product);
		return indexed ? this.comparison(indexed, this.match(text).words).missing : [];
	}

	private compare(words: LineWords): TextMatch {
		const near = this.nearest(words);
		const compared = near.map((at) => this.comparison(this.index.products[at]!, words));
		const lineWeight = this.weightOf(words);
		const candidates = compared
			.map((one): TextCandidate => ({ product: one.indexed.product, score: rounded((2 * one.shared) / (lineWeight + one.indexed.weight)), reason: candidateReason(one) }))
			.sort((one, other) => other.score - one.score || one.product.productId - other.product.productId)
			.slice(0, MOST_CANDIDATES);
		return { ...this.decided(words), candidates, words };
	}

	private decided(words: LineWords): Pick<TextMatch, 'product' | 'reason'> {
		if (words.unknown.length > 0) return { product: undefined, reason: `${listed(words.unknown)} ${words.unknown.length === 1 ? 'stands' : 'stand'} in no name of a product that the branch sells` };
		if (words.names.length === 0) return { product: undefined, reason: 'No word of the text stands in the name of a product that the branch sells' };
		const fitting = this.fitting(words);
		if (fitting.length === 0) return { product: undefined, reason: 'No product of the branch has all words and sizes of the text in its name' };
		const only = fitting.length === 1 ? fitting[0] : exactOf(fitting);
		if (!only) return { product: undefined, reason: `${fitting.length} products fit the text as well: ${listed(differences(fitting))}` };
		const { indexed, unsaid, shared, saysSize } = only;
		if (!saysSize && indexed.measures.some(({ unit }) => !NO_SIZE.includes(unit))) return { product: undefined, reason: `The text names no size, and ${indexed.product.productName} has one` };
		const apart = fitting.length === 1 ? unsaid.filter((part) => this.index.tellsApart(part)) : [];
		if (apart.length > 0) return { product: undefined, reason: `The text does not say ${listed(apart)}, which tells ${indexed.product.productName} from others` };
		if (shared < LEAST_SAID * indexed.weight) return { product: undefined, reason: `The text says too little: of ${indexed.product.productName} it lacks ${listed(unsaid)}` };
		const typos = words.readAs.map(({ written, word }) => `"${written}" was read as ${word}`);
		return { product: indexed.product, reason: [`It alone has all words and sizes of the text in its name`, ...typos].join('; ') };
	}

	/** The products whose names have all words and sizes that the text demands. */
	private fitting(words: LineWords): Comparison[] {
		const lists = [...words.names.map((word) => (ALSO[word] ? [...this.index.withWord(word), ...this.index.withWord(ALSO[word])] : this.index.withWord(word))), ...words.measures.map(({ value }) => this.index.withValue(value))];
		const rarest = lists.reduce((fewest, list) => (list.length < fewest.length ? list : fewest));
		const indexed = [...new Set(rarest)].map((at) => this.index.products[at]!);
		return indexed.filter((each) => words.names.every((word) => hasWord(each, word))).map((each) => this.comparison(each, words)).filter(({ missing }) => missing.length === 0);
	}

	/** Places of the products that share most with a line. */
	private nearest(words: LineWords): number[] {
		const touched: number[] = [];
		const add = (places: readonly number[], weight: number): void => {
			for (const at of places) {
				if (this.shared[at] === 0) touched.push(at);
				this.shared[at]! += weight;
			}
		};
		for (const word of new Set([...words.names, ...words.maybe])) add(this.index.withWord(word), this.index.wordWeight(word));
		for (const measure of words.measures) add(this.index.withValue(measure.value), this.index.measureWeight(measure));
		const ranked = touched.map((at) => ({ at, rank: this.shared[at]! / this.index.products[at]!.weight + this.shared[at]! }));
		for (const at of touched) this.shared[at] = 0;
		// More than are shown: what is shared is measured again, size by size.
		return foremost(ranked, 4 * MOST_CANDIDATES);
	}

	private comparison(indexed: IndexedProduct, words: LineWords): Comparison {
		const said = new Set([...words.names, ...words.maybe].flatMap((word) => (ALSO[word] ? [word, ALSO[word]] : word)));
		const covered = [...indexed.words].filter((word) => said.has(word));
		const missingWords = words.names.filter((word) => !hasWord(indexed, word));
		const { left, taken, missing } = dealt(words.measures, indexed.measures);
		return {
			indexed,
			missing: [...missingWords, ...missing.map(writtenMeasure)],
			unsaid: [...[...indexed.words].filter((word) => !said.has(word)), ...left.map(writtenMeasure)],
			shared: covered.reduce((sum, word) => sum + this.index.wordWeight(word), 0) + taken.reduce((sum, measure) => sum + this.index.measureWeight(measure), 0),
			saysSize: taken.length > 0,
		};
	}

	private weightOf({ names, measures, unknown }: LineWords): number {
		return (
			names.reduce((sum, word) => sum + this.index.wordWeight(word), 0) + measures.reduce((sum, measure) => sum + this.index.measureWeight(measure), 0) + unknown.length * this.index.wordWeight('')
		);
	}
}

/** The places of the highest ranks, the highest first; of equal ones the first of the products. To sort thousands for each line would take most of the time. */
function foremost(ranked: ReadonlyArray<{ at: number; rank: number }>, most: number): number[] {
	const best: Array<{ at: number; rank: number }> = [];
	const isBefore = (one: { at: number; rank: number }, other: { at: number; rank: number }): boolean => one.rank > other.rank || (one.rank === other.rank && one.at < other.at);
	for (const each of ranked) {
		if (best.length === most && !isBefore(each, best[most - 1]!)) continue;
		let place = best.length;
		while (place > 0 && isBefore(each, best[place - 1]!)) place -= 1;
		best.splice(place, 0, each);
		if (best.length > most) best.pop();
	}
	return best.map(({ at }) => at);
}

function hasWord({ words }: IndexedProduct, word: string): boolean {
	return words.has(word) || (ALSO[word] !== undefined && words.has(ALSO[word]));
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
function exactOf(fitting: readonly Comparison[]): Comparison | undefined {
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

function differences(fitting: readonly Comparison[]): string[] {
	return fitting.map(({ indexed }) => indexed.product.productName);
}

function candidateReason({ missing, unsaid }: Comparison): string {
	const lacks = missing.length > 0 ? `has no ${listed(missing)}` : 'has all that the text says';
	return unsaid.length > 0 ? `${lacks}; the text does not say ${listed(unsaid)}` : lacks;
}

const MOST_LISTED = 6;

function listed(words: readonly string[]): string {
	const shown = words.slice(0, MOST_LISTED).join(', ');
	return words.length > MOST_LISTED ? `${shown} and ${words.length - MOST_LISTED} more` : shown;
}

function rounded(score: number): number {
	return Math.min(1, Math.round(score * 100) / 100);
}
