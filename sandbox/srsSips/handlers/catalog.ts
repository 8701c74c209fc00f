import { findBranch, findBranchById } from '../data/branches';
import { findItem, type Item } from '../data/itemCodes';
import { catalog } from '../data/productLists';
import { optionsAt, products, type SandboxProduct } from '../data/products';
import { noBranch } from '../errors';
import type { SrsSipsSettings } from '../settings';
import type { ConvertedItem, ItemCodesProduct, SrsSipsHandler } from '../types';

/** The whole catalogue (catalog-32754922e0). */
export function getCatalog(settings: () => SrsSipsSettings): SrsSipsHandler<'getCatalog'> {
	return () => ({ status: 200, body: catalog(settings().extraProducts) });
}

/** The products behind item codes (by-item-codes-21007661e0). Codes that are not known are left out; real ones may not be. */
export const getProductsByItemCodes: SrsSipsHandler<'getProductsByItemCodes'> = ({ path, body }) => {
	const branch = findBranch(path.branchCode);
	if (!branch) return noBranch(path.branchCode);
	const byProduct = new Map<number, ItemCodesProduct>();
	for (const itemCode of body.itemCodes) {
		const item = findItem(itemCode);
		if (!item) continue;
		const { productId, name } = item.product;
		const entry = byProduct.get(productId) ?? { productID: productId, productName: name, items: [] };
		entry.items.push(describe(item, branch.branchCode));
		byProduct.set(productId, entry);
	}
	return { status: 200, body: [...byProduct.values()] };
};

function describe({ itemCode, product, option }: Item, branchCode: string): ItemCodesProduct['items'][number] {
	return { itemCode, availableAtBranch: optionsAt(product, branchCode).includes(option), selectedOption: option };
}

/**
 * Finds products for names of one's own (catalog-item-convert-21007555e0). How the partner does it is not told; here
 * an item code is found, and a text in which all words of a product's name stand.
 */
export const convertItems: SrsSipsHandler<'convertItems'> = ({ body }) => {
	const branch = findBranchById(body.BranchId);
	if (!branch) return noBranch(body.BranchId, 'BranchId');
	const sold = products.filter((product) => optionsAt(product, branch.branchCode).length > 0);
	return { status: 200, body: body.Items.map(({ GenericItemCode }) => convert(GenericItemCode, sold)) };
};

function convert(genericItemCode: string, sold: SandboxProduct[]): ConvertedItem {
	const words = wordsOf(genericItemCode);
	const byCode = findItem(genericItemCode)?.product;
	const [product] = sold
		.filter((candidate) => candidate === byCode || wordsOf(candidate.name).every((word) => words.includes(word)))
		// "Heritage HP" holds all words of "Heritage": the longer name is meant.
		.sort((one, other) => other.name.length - one.name.length);
	return {
		genericItemCode,
		conversionFound: product !== undefined,
		productId: product?.productId ?? null,
		webName: product?.name ?? null,
		category: product?.family.category ?? null,
		manufacturer: product?.maker ?? null,
	};
}

function wordsOf(text: string): string[] {
	return text.toUpperCase().match(/[A-Z0-9]+/g) ?? [];
}
