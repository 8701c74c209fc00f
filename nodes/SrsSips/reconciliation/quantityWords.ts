import type { AskedLine } from './askedLines';
import { joinedPlace, placeWords, type Place } from './difference';
import { sumOfQuantities } from './groups';
import type { ToldLine } from './toldLine';

/** A told line with its quantity in the unit that was asked for. */
export interface LineInUnit {
	line: ToldLine;
	/** Below 0 where it is given back. */
	quantity: number;
}

/**
 * How much is told of what was asked, in words that follow the name of the line: what was ordered or invoiced, what was given back and where,
 * what is left, and what was asked.
 *
 * @param asked how much was asked, in all
 * @param place where all of it stands
 */
export function quantityWords(lines: readonly LineInUnit[], { uom }: AskedLine, asked: number, place: Place): string {
	const [verb, back] = place.seenIn === 'order' ? ['ordered', 'taken off'] : ['invoiced', 'given back'];
	const sum = sumOfQuantities(lines.map(({ quantity }) => quantity));
	const [given, returned] = [lines.filter(({ quantity }) => quantity > 0), lines.filter(({ quantity }) => quantity < 0)];
	if (returned.length === 0) return `${verb} are ${sum} ${uom} in ${placeWords(place)}, asked were ${asked}: ${apart(sum, asked)}`;
	const placesOf = (some: readonly LineInUnit[]) => placeWords(joinedPlace(some.map(({ line }) => line.place), place.seenIn));
	const [whole, off] = [sumOfQuantities(given.map(({ quantity }) => quantity)), sumOfQuantities(returned.map(({ quantity }) => -quantity))];
	// Nothing can be short by more than what was asked.
	const left = Math.max(0, sum);
	if (given.length === 0) return `none were ${verb}, and ${off} ${uom} ${back} in ${placesOf(returned)}. Asked were ${asked}: ${apart(left, asked)}`;
	const more = sum < 0 ? `, ${-sum} more than were ${verb}` : '';
	return `${whole} ${uom} were ${verb} in ${placesOf(given)}, and ${off} ${back} in ${placesOf(returned)}${more}. ${left === 0 ? 'None' : left} are left, asked were ${asked}: ${apart(left, asked)}`;
}

function apart(is: number, asked: number): string {
	return is < asked ? `${sumOfQuantities([asked, -is])} short` : `${sumOfQuantities([is, -asked])} over`;
}
