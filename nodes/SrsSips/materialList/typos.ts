/** Shortest word in which a typo is looked for: shorter ones are too alike. */
const SHORTEST = 5;
/** From this length on a word may have two typos. */
const LONG = 10;
/** How much of their trigrams two words must share to be looked at (Dice). */
const LEAST_ALIKE = 0.3;

/** Finds the word that was meant by one with a typo, among words that are known. */
export class KnownWords {
	private readonly words = new Set<string>();
	/** Words by each of their trigrams. */
	private readonly byTrigram = new Map<string, string[]>();
	private readonly found = new Map<string, string | undefined>();

	constructor(words: Iterable<string>) {
		for (const word of words) {
			if (this.words.has(word)) continue;
			this.words.add(word);
			for (const trigram of trigramsOf(word)) {
				const list = this.byTrigram.get(trigram);
				if (list) list.push(word);
				else this.byTrigram.set(trigram, [word]);
			}
		}
	}

	has(word: string): boolean {
		return this.words.has(word);
	}

	/** The one known word that is meant: its beginning, or one or two typos away. Undefined where there is none, or several are as near. */
	meant(word: string): string | undefined {
		if (!this.found.has(word)) this.found.set(word, this.search(word));
		return this.found.get(word);
	}

	private search(word: string): string | undefined {
		if (word.length < SHORTEST) return undefined;
		const trigrams = trigramsOf(word);
		const shared = new Map<string, number>();
		for (const trigram of trigrams) for (const known of this.byTrigram.get(trigram) ?? []) shared.set(known, (shared.get(known) ?? 0) + 1);
		const begun: string[] = [];
		let near: string[] = [];
		let nearest = word.length >= LONG ? 2 : 1;
		for (const [known, count] of shared) {
			if (known.startsWith(word)) begun.push(known);
			// Few mistype the first letter, and many words differ in it alone: brown and crown.
			if (known.length < SHORTEST || known[0] !== word[0] || (2 * count) / (trigrams.size + known.length + 2) < LEAST_ALIKE) continue;
			const distance = distanceOf(word, known, nearest);
			if (distance > nearest) continue;
			near = distance < nearest ? [known] : [...near, known];
			nearest = distance;
		}
		if (near.length > 0) return near.length === 1 ? near[0] : undefined;
		return begun.length === 1 ? begun[0] : undefined;
	}
}

/** Whether letters were only left out, put in or swapped, and none is another one. */
export function isSlipped(word: string, meant: string): boolean {
	const [short, long] = word.length < meant.length ? [word, meant] : [meant, word];
	if (short.length === long.length) return [...short].sort().join('') === [...long].sort().join('');
	let at = 0;
	for (const letter of long) if (letter === short[at]) at += 1;
	return at === short.length;
}

/** All runs of three letters, the ends marked by blanks. */
export function trigramsOf(word: string): Set<string> {
	const marked = `  ${word} `;
	const trigrams = new Set<string>();
	for (let at = 0; at + 3 <= marked.length; at += 1) trigrams.add(marked.slice(at, at + 3));
	return trigrams;
}

/**
 * How many letters have to be put in, taken out, changed or swapped with their neighbour to make one word of the other (optimal string alignment).
 *
 * @param most from which on it does not matter
 */
export function distanceOf(one: string, other: string, most: number): number {
	if (Math.abs(one.length - other.length) > most) return most + 1;
	let before: number[] = [];
	let last = Array.from({ length: other.length + 1 }, (_, at) => at);
	for (let row = 1; row <= one.length; row += 1) {
		const next = [row];
		for (let column = 1; column <= other.length; column += 1) {
			const isSame = one[row - 1] === other[column - 1];
			let cost = Math.min(next[column - 1]! + 1, last[column]! + 1, last[column - 1]! + (isSame ? 0 : 1));
			if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) cost = Math.min(cost, before[column - 2]! + 1);
			next.push(cost);
		}
		before = last;
		last = next;
	}
	return last[other.length]!;
}
