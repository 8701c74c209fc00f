import { roundedText } from '../../../engine/fieldKinds/decimal';

/** Whether what is held is what was sent: numbers by their value, all else by its letters. */
export function isSame(sent: string, held: string): boolean {
	return canonical(sent) === canonical(held);
}

/** Su shows flags as true and false, and writes them as `1` and `0`. */
const FLAG_WORDS: Readonly<Record<string, string>> = { true: '1', false: '0' };

/** More digits after the point than any amount has. */
const DIGITS = 20;

function canonical(text: string): string {
	const word = text.trim().toLowerCase();
	const number = FLAG_WORDS[word] ?? word;
	return /^[+-]?\d+(?:\.\d*)?$/.test(number) ? roundedText(number, DIGITS) : word;
}
