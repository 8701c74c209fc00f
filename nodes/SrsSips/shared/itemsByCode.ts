import type { IDataObject } from 'n8n-workflow';

import { isObject, textOf } from '../../../engine/values';
import { codeKey } from './codes';

/** What is known of one item code. A type alias, so that it fits n8n's index signature. */
export type FoundItem = { productId: IDataObject[string]; productName: IDataObject[string]; option: IDataObject[string]; availableAtBranch: boolean | null };

/** The items of By Item Codes (by-item-codes-32754978e0) by `codeKey`. */
export function itemsByCode(products: readonly IDataObject[]): Map<string, FoundItem> {
	const known = new Map<string, FoundItem>();
	for (const product of products) {
		const items = Array.isArray(product.items) ? (product.items as unknown[]).filter(isObject) : [];
		for (const item of items) {
			const code = textOf(item.itemCode);
			if (code === undefined) continue;
			known.set(codeKey(code), {
				// Spelt with a capital D here, and nowhere else.
				productId: product.productID ?? product.productId ?? null,
				productName: product.productName ?? null,
				option: item.selectedOption ?? null,
				availableAtBranch: typeof item.availableAtBranch === 'boolean' ? item.availableAtBranch : null,
			});
		}
	}
	return known;
}
