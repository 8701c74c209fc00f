import { folded } from '../../../engine/fieldKinds/choice';
import { isSameCode } from '../shared/codes';
import type { AskedLine } from './askedLines';
import { isNoOption, optionKey, words } from './optionWords';
import type { ToldLine } from './toldLine';

/** Whether two are the same; `unsure` where nothing is shown that both have. */
export type Likeness = 'yes' | 'no' | 'unsure';

/**
 * Whether a told line is of the product that was asked for. The product's number decides; without one an item code, the name or the
 * contractor's own code, where both sides have it, shows that it is. A branch that substitutes may leave the contractor's code as it was: so
 * that one shows nothing beside another item code or another name.
 */
export function isOfProduct(told: ToldLine, asked: AskedLine): Likeness {
	if (told.productId !== null) return Number(told.productId) === asked.productId ? 'yes' : 'no';
	const isName = asked.productName === '' || told.productName === null ? undefined : folded(told.productName) === folded(asked.productName);
	const isItem = agrees(told.itemCode, asked.itemCode);
	if (isItem === true || isName === true) return 'yes';
	return isItem === undefined && isName === undefined && agrees(told.customerItem, asked.customerItem) === true ? 'yes' : 'unsure';
}

/** Whether two codes are the same; undefined where one of them is not there. */
function agrees(told: string | null, asked: string): boolean | undefined {
	return told === null || asked === '' ? undefined : isSameCode(told, asked);
}

/**
 * Whether an option is the one that was asked for. Where SIPS shows none, or none was asked for, that says nothing. Where one text holds the
 * other, or they differ in signs alone, they may be one option that is written in two ways.
 */
export function isOfOption(told: ToldLine, asked: AskedLine): Likeness {
	if (told.options.length === 0) return likenessOf(told.option ?? '', asked.option);
	// Of several it is not known which one counts.
	return told.options.every((option) => likenessOf(option, asked.option) === 'no') ? 'no' : 'unsure';
}

function likenessOf(told: string, wanted: string): Likeness {
	if (optionKey(told) === optionKey(wanted)) return 'yes';
	const [one = '', other = ''] = [told, wanted].map((option) => (isNoOption(option) ? '' : words(option)));
	if (one === '' || other === '') return 'unsure';
	return ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `) ? 'unsure' : 'no';
}

/** Whether two names have a word of their kind in common, such as `Shingles`. Short words and numbers say nothing of it. */
export function isOfSameKind(one: string, other: string): boolean {
	const kinds = (text: string) => words(text).split(' ').filter((word) => /^\p{L}{4,}$/u.test(word));
	const known = new Set(kinds(one));
	return kinds(other).some((word) => known.has(word));
}
