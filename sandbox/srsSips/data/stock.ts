import type { Item } from './itemCodes';
import { share } from './share';

/** What a branch has of an item, in the unit of its price. */
export interface Stock {
	onHand: number;
	/** Without what others have ordered. */
	available: number;
}

/** One item in so many is out of stock. */
const OUT_OF_STOCK = 0.1;
const MOST_ON_HAND = 480;
const MOST_RESERVED = 0.25;

/** A made-up stock, always the same for the same item and branch. */
export function stockOf({ itemCode }: Item, branchCode: string): Stock {
	const level = share(`stock ${branchCode} ${itemCode}`);
	if (level < OUT_OF_STOCK) return { onHand: 0, available: 0 };
	const onHand = Math.ceil(level * MOST_ON_HAND);
	return { onHand, available: onHand - Math.floor(onHand * share(`reserved ${branchCode} ${itemCode}`) * MOST_RESERVED) };
}
