import { unitOfWord } from './unitWords';
import type { Measure, ProductIndex } from './productIndex';
import { isNoise } from './spelling';
import { tokensOf } from './tokens';

/** What the text of a line says, sorted by what it is for. */
export interface LineWords {
	/** Words that the name of the product must have. */
	names: string[];
	/** Words that it may have: units and colours that stand in names, too. */
	maybe: string[];
	measures: Measure[];
	/** Words of colours, in their order. */
	colours: string[];
	/** Words that nobody at the branch uses, as they were written. */
	unknown: string[];
	/** Typos and short forms that were read as other words. */
	readAs: Array<{ written: string; word: string }>;
}

/** Sorts the words of a line by what the products of the branch are called. */
export function lineWords(text: string, index: ProductIndex): LineWords {
	const said: LineWords = { names: [], maybe: [], measures: [], colours: [], unknown: [], readAs: [] };
	const tokens = tokensOf(text);
	for (let at = 0; at < tokens.length; at += 1) {
		const token = tokens[at]!;
		if (token.kind === 'measure') {
			said.measures.push({ value: token.value, unit: token.unit });
			continue;
		}
		const next = tokens[at + 1];
		const joined = next?.kind === 'word' ? token.word + next.word : undefined;
		// "Slate line" of "Slateline".
		if (joined !== undefined && index.isOfName(joined) && !(index.isOfName(token.word) && index.isOfName((next as { word: string }).word))) {
			said.names.push(joined);
			at += 1;
			continue;
		}
		sort(token.word, token.written, said, index);
	}
	return said;
}

function sort(word: string, written: string, said: LineWords, index: ProductIndex): void {
	const isOfName = index.isOfName(word);
	const isColour = index.isColour(word);
	if (isNoise(word)) {
		if (isOfName) said.maybe.push(word);
	} else if (unitOfWord(written) !== undefined) said.maybe.push(word);
	else if (isOfName && isColour) {
		said.maybe.push(word);
		said.colours.push(word);
	} else if (isOfName) said.names.push(word);
	else if (isColour) said.colours.push(word);
	else {
		const parts = partsOf(word, index);
		const meant = parts ? undefined : index.meant(word);
		if (parts) for (const part of parts) sort(part, part, said, index);
		else if (meant === undefined) said.unknown.push(written);
		else {
			said.readAs.push({ written, word: meant });
			sort(meant, meant, said, index);
		}
	}
}

/** The two words that were written as one: `dripedge`. */
function partsOf(word: string, index: ProductIndex): [string, string] | undefined {
	for (let cut = 3; cut <= word.length - 3; cut += 1) {
		const [first, second] = [word.slice(0, cut), word.slice(cut)];
		if (index.isOfName(first) && index.isOfName(second)) return [first, second];
	}
	return undefined;
}
