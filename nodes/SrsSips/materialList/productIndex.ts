import type { SoldProduct } from './soldProducts';
import { isNoise } from './spelling';
import { tokensOf } from './tokens';
import { isSlipped, KnownWords } from './typos';

export interface Measure {
	value: string;
	unit: string;
}

/** A product with what its name is made of. */
export interface IndexedProduct {
	product: SoldProduct;
	words: ReadonlySet<string>;
	measures: readonly Measure[];
	/** How much its words and measures weigh together. */
	weight: number;
}

/** Names of colours that people write, be it that the branch has none of them: they say a colour, and not which product is meant. */
const COLOURS = ['black', 'white', 'brown', 'gray', 'red', 'green', 'blue', 'tan', 'beige', 'cream', 'ivory', 'bronze', 'copper', 'almond', 'clay', 'charcoal', 'silver', 'gold', 'wood', 'oak', 'cedar', 'slate', 'bark', 'terratone', 'musket', 'clear', 'mill', 'galvanized', 'galv'];

/**
 * The products of a branch, so that those with a word or a size are found without looking at all of them. The rarer a word or size is among
 * the products, the more it weighs (inverse document frequency).
 */
export class ProductIndex {
	readonly products: readonly IndexedProduct[];
	/** Words of names and of colours, for typos. */
	private readonly known: KnownWords;
	private readonly byProduct: ReadonlyMap<SoldProduct, IndexedProduct>;
	private readonly byWord = new Map<string, number[]>();
	private readonly byMeasure = new Map<string, number[]>();
	private readonly byValue = new Map<string, number[]>();
	private readonly colours: Set<string>;
	/** Words that tell two products apart whose names are the same else: `HP`, `filtered`. */
	private readonly tellApart = new Set<string>();
	private readonly count: number;

	constructor(sold: Iterable<SoldProduct>) {
		const parts = [...sold].map((product) => ({ product, ...partsOf(product.productName) }));
		this.count = parts.length;
		for (const [at, { words, measures }] of parts.entries()) {
			for (const word of words) push(this.byWord, word, at);
			for (const key of new Set(measures.map(measureKey))) push(this.byMeasure, key, at);
			for (const value of new Set(measures.map(({ value: each }) => each))) push(this.byValue, value, at);
		}
		this.noteTellingApart(parts);
		this.products = parts.map(({ product, words, measures }) => ({
			product, words, measures,
			weight: [...words].reduce((sum, word) => sum + this.wordWeight(word), 0) + measures.reduce((sum, measure) => sum + this.measureWeight(measure), 0),
		}));
		this.byProduct = new Map(this.products.map((indexed) => [indexed.product, indexed]));
		const options = new Set(parts.flatMap(({ product }) => product.options));
		this.colours = new Set([...COLOURS, ...[...options].flatMap((option) => wordsOf(option))]);
		this.known = new KnownWords([...this.byWord.keys(), ...this.colours]);
	}

	/** A product with what its name is made of. */
	of(product: SoldProduct): IndexedProduct | undefined {
		return this.byProduct.get(product);
	}

	/** Whether the name of a product has this word. */
	isOfName(word: string): boolean {
		return this.byWord.has(word);
	}

	/** The word that one with a typo means. A colour with another letter is another colour, which the branch may not have: Barkwood is no Barnwood. */
	meant(word: string): string | undefined {
		const meant = this.known.meant(word);
		return meant !== undefined && this.isColour(meant) && !isSlipped(word, meant) ? undefined : meant;
	}

	isColour(word: string): boolean {
		return this.colours.has(word);
	}

	/** Whether somewhere at the branch a product with this word stands beside one without it, whose name is the same else. */
	tellsApart(word: string): boolean {
		return this.tellApart.has(word);
	}

	/** Places of the products with this word in their name. */
	withWord(word: string): readonly number[] {
		return this.byWord.get(word) ?? [];
	}

	/** Places of the products with this number in their name, whatever it counts. */
	withValue(value: string): readonly number[] {
		return this.byValue.get(value) ?? [];
	}

	/** From 0 for what all products have. */
	wordWeight(word: string): number {
		return this.rarity(this.byWord.get(word)?.length ?? 0);
	}

	measureWeight(measure: Measure): number {
		const many = measure.unit === '' ? this.byValue.get(measure.value) : this.byMeasure.get(measureKey(measure));
		return this.rarity(many?.length ?? 0);
	}

	private noteTellingApart(parts: ReadonlyArray<{ words: ReadonlySet<string>; measures: readonly Measure[] }>): void {
		const keyOf = (words: readonly string[], measures: readonly Measure[]): string => [...[...words].sort(), ...measures.map(measureKey).sort()].join('|');
		const names = new Set(parts.map(({ words, measures }) => keyOf([...words], measures)));
		for (const { words, measures } of parts) {
			for (const word of words) if (names.has(keyOf([...words].filter((other) => other !== word), measures))) this.tellApart.add(word);
		}
	}

	private rarity(many: number): number {
		return Math.log(1 + (this.count + 1) / (many + 1));
	}
}

function measureKey({ value, unit }: Measure): string {
	return `${value} ${unit}`;
}

function partsOf(name: string): { words: Set<string>; measures: Measure[] } {
	const tokens = tokensOf(name);
	const all = tokens.flatMap((token) => (token.kind === 'word' ? token.word : []));
	const telling = all.filter((word) => !isNoise(word));
	return {
		// A name of nothing but such words is made of them.
		words: new Set(telling.length > 0 ? telling : all),
		measures: tokens.flatMap((token) => (token.kind === 'measure' ? { value: token.value, unit: token.unit } : [])),
	};
}

/** The words of a colour, as they are compared. */
export function wordsOf(text: string): string[] {
	return tokensOf(text).flatMap((token) => (token.kind === 'word' ? token.word : []));
}

function push(map: Map<string, number[]>, key: string, at: number): void {
	const list = map.get(key);
	if (list) list.push(at);
	else map.set(key, [at]);
}
