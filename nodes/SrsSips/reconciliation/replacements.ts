import { isSameCode } from '../shared/codes';
import { isOfProduct, isOfSameKind } from './identity';
import { sumOfQuantities, type Group } from './groups';
import type { ToldLine } from './toldLine';

/** A told line that stands in the place of what was asked for. */
export interface Replacement {
	group: Group;
	line: ToldLine;
}

/**
 * Which of the lines that nobody asked for stand in the place of something that is missing or short: another option of the same product, or
 * the same quantity in the same unit of something of the same kind. The closest are paired first, so the order of lines makes no difference.
 *
 * @returns the pairs, and the lines that are left
 */
export function replacements(groups: readonly Group[], rest: readonly ToldLine[]): { pairs: Replacement[]; added: ToldLine[] } {
	const candidates = sorted(rest.filter(({ quantity }) => quantity > 0));
	const open = new Set(candidates);
	const pairs: Replacement[] = [];
	for (const likeness of [SAME_PRODUCT_AND_QUANTITY, SAME_PRODUCT, SAME_KIND]) {
		for (const group of groups.filter((each) => isShort(each, pairs))) {
			for (const line of candidates) {
				if (!open.has(line) || !likeness(group, line) || !isShort(group, pairs)) continue;
				pairs.push({ group, line });
				open.delete(line);
			}
		}
	}
	// Of what was not sent and is not charged, nothing was added.
	return { pairs, added: rest.filter((line) => !pairs.some((pair) => pair.line === line) && (line.quantity !== 0 || (line.amount ?? 0) !== 0)) };
}

type IsLike = (group: Group, line: ToldLine) => boolean;

const SAME_PRODUCT: IsLike = ({ asked }, line) => isOfProduct(line, asked) === 'yes';
const SAME_PRODUCT_AND_QUANTITY: IsLike = (group, line) => SAME_PRODUCT(group, line) && isOfSameQuantity(group, line);
const SAME_KIND: IsLike = (group, line) => group.told.length === 0 && isOfSameQuantity(group, line) && isOfSameKind(group.asked.productName, line.productName ?? '');

function isOfSameQuantity({ quantity, asked }: Group, line: ToldLine): boolean {
	return line.quantity === quantity && isSameCode(line.uom, asked.uom);
}

/** Whether less is told of a group than was asked, with what stands in its place so far. Other units count as nothing here. */
export function isShort(group: Group, pairs: readonly Replacement[]): boolean {
	const lines = [...group.told, ...pairs.filter((pair) => pair.group === group).map(({ line }) => line)];
	if (lines.some((line) => !isSameCode(line.uom, group.asked.uom))) return lines.length === 0;
	return sumOfQuantities(lines.map(({ quantity }) => quantity)) < group.quantity;
}

/** In an order that does not depend on theirs. */
function sorted(lines: readonly ToldLine[]): ToldLine[] {
	const key = (line: ToldLine) => JSON.stringify([line.productId, line.option, line.itemCode, line.quantity, line.uom, line.price]);
	return [...lines].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
