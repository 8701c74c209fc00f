import { folded } from '../../../engine/fieldKinds/choice';
import { isSameCode } from '../shared/codes';
import { NO_OPTION } from '../shared/sips';
import type { AskedLine } from './askedLines';
import type { ToldLine } from './toldLine';

/** Whether two are the same; `unsure` where nothing is shown that both have. */
export type Likeness = 'yes' | 'no' | 'unsure';

/**
 * Whether a told line is of the product that was asked for. The product's number decides; without one an item code, the contractor's own
 * code or the name, where both sides have it, shows that it is.
 */
export function isOfProduct(told: ToldLine, asked: AskedLine): Likeness {
	if (told.productId !== null) return Number(told.productId) === asked.productId ? 'yes' : 'no';
	const isSame = [
		[told.itemCode, asked.itemCode],
		[told.customerItem, asked.customerItem],
	].some(([one, other]) => other !== '' && isSameCode(one, other ?? ''));
	return isSame || (asked.productName !== '' && folded(told.productName ?? '') === folded(asked.productName)) ? 'yes' : 'unsure';
}

/**
 * Whether an option is the one that was asked for. Where SIPS shows none, or none for a product that has some, that says nothing. Where one
 * text holds the other, they may be one option that is written in two ways.
 */
export function isOfOption(told: ToldLine, asked: AskedLine): Likeness {
	const [one, other] = [told.option ?? '', asked.option].map((option) => (isNone(option) ? '' : words(option)));
	if (one === other) return 'yes';
	if (one === '' || other === undefined || one === undefined) return 'unsure';
	return other !== '' && (` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `)) ? 'unsure' : 'no';
}

function isNone(option: string): boolean {
	return option.trim() === '' || isSameCode(option, NO_OPTION);
}

/** Letters and digits in small letters, one blank between words. */
function words(text: string): string {
	return text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Whether two names have a word of their kind in common, such as `Shingles`. Short words and numbers say nothing of it. */
export function isOfSameKind(one: string, other: string): boolean {
	const kinds = (text: string) => words(text).split(' ').filter((word) => /^\p{L}{4,}$/u.test(word));
	const known = new Set(kinds(one));
	return kinds(other).some((word) => known.has(word));
}
