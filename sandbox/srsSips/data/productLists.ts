import type { BranchProduct, CatalogProduct } from '../types';
import { describeProduct } from './describeProduct';
import { extraProducts } from './extraProducts';
import { optionsAt, products, unitsOf } from './products';

/** What Active Branch Products answers for this branch, with `extra` products that are only listed. */
export function productsAt(branchCode: string, extra: number): BranchProduct[] {
	return remembered(branchCode, extra, () =>
		products.flatMap((product) => {
			const options = optionsAt(product, branchCode);
			return options.length > 0 ? [describeProduct(product, options)] : [];
		}),
	);
}

/** What Catalog answers: the whole range in all colours, with `extra` products that are only listed. */
export function catalog(extra: number): CatalogProduct[] {
	return remembered('(catalog)', extra, () =>
		products.map((product) => ({
			...describeProduct(product, product.family.colours),
			productFeatures: [`Made by ${product.maker}`, `Sold by ${unitsOf(product).join(' and ')}`],
			productUOMs: unitsOf(product),
		})),
	);
}

const lists = new Map<string, { extra: number; list: CatalogProduct[] }>();

/** Each list is made when it is first asked for, and frozen: frozen lists are written to JSON once by the server. */
function remembered(name: string, extra: number, make: () => CatalogProduct[]): CatalogProduct[] {
	const known = lists.get(name);
	if (known?.extra === extra) return known.list;
	const list = [...make(), ...extraProducts(extra)];
	Object.freeze(list);
	lists.set(name, { extra, list });
	return list;
}
