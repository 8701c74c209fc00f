import { lineWords, type LineWords } from './lineWords';
import { compared, exactOf, formsOf, hasWord, type Comparison } from './comparison';
import { otherReading } from './otherReading';
import type { Measure, ProductIndex } from './productIndex';
import type { SoldProduct } from './soldProducts';
import { writtenMeasure } from './tokens';

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
		const match = this.compare(text, lineWords(text, this.index));
		this.remembered.set(text, match);
		return match;
	}

	/** What of a text does not fit the name of a product: words that products of the branch have, and numbers. */
	contradictions(text: string, product: SoldProduct): string[] {
		const indexed = this.index.of(product);
		return indexed ? compared(indexed, this.match(text).words, this.index).missing : [];
	}

	/** The sizes of a text that other products of the branch have, and this one does not. */
	otherSizes(text: string, product: SoldProduct): string[] {
		const indexed = this.index.of(product);
		if (!indexed) return [];
		const { missingSizes } = compared(indexed, this.match(text).words, this.index);
		return missingSizes.filter(({ value }) => this.index.withValue(value).length > 0).map(writtenMeasure);
	}

	/** Whether other products have all words and sizes of a text that the branch knows, and this one has not: `HP shingles` is no Heritage without it. */
	fitsOthersOnly(text: string, product: SoldProduct): boolean {
		const { words } = this.match(text);
		const fitting = words.names.length > 0 ? this.fitting(words) : [];
		return fitting.length > 0 && fitting.every(({ indexed }) => indexed.product !== product);
	}

	/** The sizes of a product that a text does not say. */
	unsaidSizes(text: string, product: SoldProduct): Measure[] {
		const indexed = this.index.of(product);
		return indexed ? compared(indexed, this.match(text).words, this.index).unsaidSizes : [];
	}

	private compare(text: string, words: LineWords): TextMatch {
		const near = this.nearest(words);
		const beside = near.map((at) => compared(this.index.products[at]!, words, this.index));
		const lineWeight = this.weightOf(words);
		const candidates = beside
			.map((one): TextCandidate => ({ product: one.indexed.product, score: rounded((2 * one.shared) / (lineWeight + one.indexed.weight)), reason: candidateReason(one) }))
			.sort((one, other) => other.score - one.score || one.product.productId - other.product.productId)
			.slice(0, MOST_CANDIDATES);
		return { ...this.decided(text, words), candidates, words };
	}

	private decided(text: string, words: LineWords): Pick<TextMatch, 'product' | 'reason'> {
		if (words.unknown.length > 0) return { product: undefined, reason: `${listed(words.unknown)} ${words.unknown.length === 1 ? 'stands' : 'stand'} in no name of a product that the branch sells` };
		if (words.names.length === 0) return { product: undefined, reason: 'No word of the text stands in the name of a product that the branch sells' };
		const fitting = this.fitting(words);
		if (fitting.length === 0) return { product: undefined, reason: 'No product of the branch has all words and sizes of the text in its name' };
		const only = fitting.length === 1 ? fitting[0] : exactOf(fitting);
		if (!only) return { product: undefined, reason: `${fitting.length} products fit the text equally well: ${listed(fitting.map(({ indexed }) => indexed.product.productName))}` };
		const { indexed, unsaid, shared, saysSize } = only;
		if (!saysSize && indexed.measures.some(({ unit }) => !NO_SIZE.includes(unit))) return { product: undefined, reason: `The text names no size, and ${indexed.product.productName} has one` };
		const apart = unsaid.filter((part) => this.index.tellsApart(part));
		if (apart.length > 0) return { product: undefined, reason: `The text does not say ${listed(apart)}, which tells ${indexed.product.productName} from others` };
		if (shared < LEAST_SAID * indexed.weight) return { product: undefined, reason: `The text says too little: of ${indexed.product.productName} it lacks ${listed(unsaid)}` };
		const other = otherReading(text, words, only, this.index);
		if (other !== undefined) return { product: undefined, reason: other };
		const typos = words.readAs.map(({ written, word }) => `"${written}" was read as ${word}`);
		const why = fitting.length === 1 ? 'It alone has all words and sizes of the text in its name' : 'Its name is what the text says; others that fit have more in theirs';
		return { product: indexed.product, reason: [why, ...typos].join('; ') };
	}

	/** The products whose names have all words and sizes that the text demands. */
	private fitting(words: LineWords): Comparison[] {
		const lists = [...words.names.map((word) => formsOf(word).flatMap((form) => this.index.withWord(form))), ...words.measures.map(({ value }) => this.index.withValue(value))];
		const rarest = lists.reduce((fewest, list) => (list.length < fewest.length ? list : fewest));
		const indexed = [...new Set(rarest)].map((at) => this.index.products[at]!);
		return indexed.filter((each) => words.names.every((word) => hasWord(each, word))).map((each) => compared(each, words, this.index)).filter(({ missing }) => missing.length === 0);
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

function rounded(score: number): number {
	return Math.min(1, Math.round(score * 100) / 100);
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
