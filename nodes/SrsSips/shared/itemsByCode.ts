import type { IDataObject } from 'n8n-workflow';

import { isObject, textOf } from '../../../engine/values';
import { codeKey } from './codes';

/** What is known of one item code. A type alias, so that it fits n8n's index signature. */
export type FoundItem = { productId: IDataObject[string]; productName: IDataObject[string]; option: IDataObject[string]; availableAtBranch: boolean | null };

/** The items of By Item Codes (by-item-codes-32754978e0) by `codeKey`. Of several with one code it is the last: see `contestedCodes`. */
export function itemsByCode(products: readonly IDataObject[]): Map<string, FoundItem> {
	return new Map(itemsOf(products));
}

/** The codes, by `codeKey`, under which several products or options stand. */
export function contestedCodes(products: readonly IDataObject[]): Set<string> {
	const first = new Map<string, string>();
	return new Set(itemsOf(products).flatMap(([code, { productId, option }]) => {
		const meant = JSON.stringify([textOf(productId), textOf(option)]);
		if (!first.has(code)) first.set(code, meant);
		return first.get(code) === meant ? [] : code;
	}));
}

function itemsOf(products: readonly IDataObject[]): Array<[string, FoundItem]> {
	const known: Array<[string, FoundItem]> = [];
	for (const product of products) {
		const items = Array.isArray(product.items) ? (product.items as unknown[]).filter(isObject) : [];
		for (const item of items) {
			const code = textOf(item.itemCode);
			if (code === undefined) continue;
			known.push([codeKey(code), {
				// Spelt with a capital D here, and nowhere else.
				productId: product.productID ?? product.productId ?? null,
				productName: product.productName ?? null,
				option: item.selectedOption ?? null,
				availableAtBranch: typeof item.availableAtBranch === 'boolean' ? item.availableAtBranch : null,
			}]);
		}
	}
	return known;
}
