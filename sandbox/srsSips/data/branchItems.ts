import type { BranchItem } from '../types';
import { itemsOf } from './itemCodes';
import { priceUnit } from './prices';
import { optionsAt, products } from './products';

/** What Branch Active Items answers for this branch: one entry for each colour of each product. */
export function itemsAt(branchCode: string): BranchItem[] {
	return products.flatMap((product) =>
		itemsOf(product, optionsAt(product, branchCode)).map(({ itemCode, option }) => ({
			itemCode,
			itemDescription: product.name.toUpperCase(),
			itemSize: product.family.sizes[product.sizeAt],
			option: option === 'N/A' ? null : option,
			category: product.family.category,
			manufacturer: product.maker,
			UOM: priceUnit(product),
		})),
	);
}
