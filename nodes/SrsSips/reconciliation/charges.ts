/** What a line charges that is no material. */
export type Charge = 'freight' | 'tax' | 'fee' | 'discount';

/** Words of lines that are no material, in small letters. No list of SIPS's is public: these are inferred. */
const MAIN: Readonly<Record<string, Charge>> = {
	freight: 'freight',
	delivery: 'freight',
	shipping: 'freight',
	tax: 'tax',
	taxes: 'tax',
	surcharge: 'fee',
	fee: 'fee',
	fees: 'fee',
	charge: 'fee',
	charges: 'fee',
	discount: 'discount',
	rebate: 'discount',
};

/** Words that may stand beside them. */
const BESIDE = new Set([
	'and', 'of', 'for', 'the', 'fuel', 'sales', 'state', 'county', 'city', 'local', 'handling', 'restocking', 'minimum', 'order', 'truck', 'roof', 'rooftop',
	'load', 'loading', 'ground', 'drop', 'energy', 'environmental', 'service', 'misc', 'special', 'trip',
]);

/**
 * What a line charges, where its words are nothing but words for that. A product whose name holds one of them among others, such as a
 * delivery hose, is material.
 *
 * @param texts name and code of the line, the name first
 * @returns undefined for material
 */
export function chargeOf(texts: ReadonlyArray<string | null>): Charge | undefined {
	for (const text of texts) {
		const words = (text ?? '').toLowerCase().match(/[a-z]+/g) ?? [];
		const kinds = words.flatMap((word) => (Object.hasOwn(MAIN, word) ? MAIN[word]! : []));
		// "Freight charge" is freight: the word that says most comes first.
		if (kinds.length > 0 && words.every((word) => Object.hasOwn(MAIN, word) || BESIDE.has(word))) return kinds.find((kind) => kind !== 'fee') ?? 'fee';
		if (text !== null) return undefined;
	}
	return undefined;
}
