import { folded } from '../../../engine/fieldKinds/choice';
import { NO_OPTION } from '../shared/sips';
import { wordsOf, type ProductIndex } from './productIndex';
import type { SoldProduct } from './soldProducts';
import { tokensOf } from './tokens';

/** Which option a line names, or why none is certain. `near` are those that it may mean. */
export type ColorChoice = { option: string; reason: string } | { option: null; reason: string; near: string[] };

/** What people write where there is no colour to choose. */
const NONE = /^(?:n\/?a|none|no|-+|—|–|\.|any|std|standard|see notes?|tbd)?$/i;

/** Who writes so leaves it to somebody, be it that the text names one. */
const OPEN = /^(?:see notes?|tbd)$/i;

/**
 * The option of a product that a line names. It is never chosen for a person: where the line does not name exactly one, it is left to them.
 *
 * @param given the colour as it stands in a cell of its own; `''` where there is none
 * @param said words of colours in the text of the line
 */
export function colorOf({ options, productName }: SoldProduct, given: string, said: readonly string[], index: ProductIndex): ColorChoice {
	const isPlain = options.length === 1 && folded(options[0]!) === folded(NO_OPTION);
	const isGiven = !NONE.test(given.trim());
	const ofCell = isGiven ? namedIn(given, options, index) : undefined;
	const ofText = said.length > 0 ? fullyNamed(said, options.filter((option) => numbersOf(option) === '')) : undefined;
	if (!ofCell && !ofText) {
		if (isPlain) return { option: options[0]!, reason: '' };
		if (options.length === 1) return { option: null, near: [...options], reason: `The line names no colour, and ${productName} is sold in ${options[0]} alone` };
		return { option: null, near: [...options], reason: `The line names no colour: ${listed(options)}` };
	}
	const shown = isGiven ? given.trim() : said.join(' ');
	if (isPlain) return { option: null, near: [...options], reason: `The line names a colour (${shown}), and ${productName} is sold in none` };
	const named = ofCell ?? ofText!;
	if (ofText && OPEN.test(given.trim())) return { option: null, near: named, reason: `The line names a colour in its text (${shown}), and leaves it open as its colour (${given.trim()})` };
	const ofOption = new Set(named.flatMap(wordsOf));
	if (ofCell && named.length === 1 && !said.every((word) => ofOption.has(word))) return { option: null, near: [...new Set([...ofCell, ...(ofText ?? [])])], reason: `The line names one colour in its text (${said.join(' ')}) and another as its colour (${given.trim()})` };
	if (named.length === 1) return { option: named[0]!, reason: folded(named[0]!) === folded(shown) ? '' : `"${shown}" was read as ${named[0]}` };
	const near = named.length > 0 ? named : nearTo(isGiven ? known(given, index) : said, options);
	const what = named.length > 1 ? `The line names several colours (${shown})` : `The branch does not sell ${productName} in "${shown}"`;
	return { option: null, near: near.length > 0 ? near : [...options], reason: near.length > 0 && named.length === 0 ? `${what}; near to it: ${listed(near)}` : `${what}: ${listed(options)}` };
}

function namedIn(given: string, options: readonly string[], index: ProductIndex): string[] {
	const same = options.filter((option) => folded(option) === folded(given));
	if (same.length === 1) return same;
	return fullyNamed(known(given, index), options.filter((option) => numbersOf(option) === numbersOf(given)));
}

/** The words of a colour, typos corrected. */
function known(given: string, index: ProductIndex): string[] {
	return wordsOf(given).filter((word) => word !== 'color' && word !== 'finish').map((word) => (index.isColour(word) ? word : (index.meant(word) ?? word)));
}

/** The options all of whose words are said, if these are all words that are said; else none. Of `Black` and `Matte Black` it is the longer. */
function fullyNamed(said: readonly string[], options: readonly string[]): string[] {
	const words = new Set(said);
	const full = options.map((option) => ({ option, parts: wordsOf(option) })).filter(({ parts }) => parts.length > 0 && parts.every((part) => words.has(part)));
	const longest = full.filter(({ parts }) => !full.some((other) => other.parts.length > parts.length && parts.every((part) => other.parts.includes(part))));
	const told = new Set(longest.flatMap(({ parts }) => parts));
	return [...words].every((word) => told.has(word)) ? longest.map(({ option }) => option) : [];
}

/** The numbers of a colour: `Gray 2` is no `Gray 1`. */
function numbersOf(text: string): string {
	return tokensOf(text).flatMap((token) => (token.kind === 'measure' ? token.value : [])).join(' ');
}

function nearTo(said: readonly string[], options: readonly string[]): string[] {
	return options.filter((option) => wordsOf(option).some((part) => said.includes(part)));
}

const MOST_LISTED = 12;

function listed(options: readonly string[]): string {
	return options.slice(0, MOST_LISTED).join(', ');
}
