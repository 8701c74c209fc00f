import { sum } from '../../../engine/fieldKinds/decimal';
import { isSameCode } from '../shared/codes';
import type { AskedLine } from './askedLines';
import { isOfOption, isOfProduct } from './identity';
import { optionKey } from './optionWords';
import type { ToldLine } from './toldLine';

/** Asked lines of one product, option and unit, and what is told of it. Branches join lines and part them, so single lines say little. */
export interface Group {
	/** The first of its lines. */
	asked: AskedLine;
	all: AskedLine[];
	/** Of all its lines, in the unit of them. */
	quantity: number;
	told: ToldLine[];
	/** Whether what is told may be of another option: SIPS does not show it, or writes it otherwise. */
	isOptionUnsure: boolean;
	/** Whether the same was asked in another unit, too: then what is told of it may be meant for either. */
	isInSeveralUnits: boolean;
}

/** Digits of a quantity. */
const DIGITS = 6;

/** Sums quantities exactly. */
export function sumOfQuantities(quantities: readonly number[]): number {
	return sum(quantities, DIGITS);
}

/** The asked lines by product, option and unit, in their order. */
function groupsOf(asked: readonly AskedLine[]): Group[] {
	const groups = new Map<string, Group>();
	for (const line of asked) {
		const key = JSON.stringify([line.productId, optionKey(line.option), line.uom.toUpperCase()]);
		const known = groups.get(key);
		if (known) known.all.push(line);
		else groups.set(key, { asked: line, all: [line], quantity: 0, told: [], isOptionUnsure: false, isInSeveralUnits: false });
	}
	const all = [...groups.values()];
	for (const group of all) {
		group.quantity = sumOfQuantities(group.all.map(({ quantity }) => quantity));
		group.isInSeveralUnits = all.some(({ asked: { productId, option } }, at) => group !== all[at] && productId === group.asked.productId && optionKey(option) === optionKey(group.asked.option));
	}
	return all;
}

/**
 * Which of the told lines are of which asked ones. A line goes to the product, option and unit that it names; one that does not name them
 * all only where there is but one that it can be.
 *
 * @returns the groups, and the lines that are of none of them
 */
export function dealtOut(asked: readonly AskedLine[], told: readonly ToldLine[]): { groups: Group[]; rest: ToldLine[] } {
	const groups = groupsOf(asked);
	const rest: ToldLine[] = [];
	for (const line of told) {
		const ofProduct = groups.filter((group) => isOfProduct(line, group.asked) === 'yes');
		const ofOption = ofProduct.filter((group) => isOfOption(line, group.asked) === 'yes');
		const group = only(ofOption.filter((each) => isSameCode(line.uom, each.asked.uom))) ?? only(ofOption);
		const mayBe = group ?? (ofProduct.length === 1 && isOfOption(line, ofProduct[0]!.asked) === 'unsure' ? ofProduct[0] : undefined);
		if (mayBe === undefined) {
			rest.push(line);
			continue;
		}
		mayBe.told.push(line);
		if (group === undefined) mayBe.isOptionUnsure = true;
	}
	return { groups, rest };
}

function only<T>(list: readonly T[]): T | undefined {
	return list.length === 1 ? list[0] : undefined;
}
