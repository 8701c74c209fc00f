import { letters } from './letters';
import { products, type SandboxProduct } from './products';

/** One colour of a product, which has a code of its own. */
export interface Item {
	itemCode: string;
	product: SandboxProduct;
	option: string;
}

/** The code of one colour of a product, as price answers carry it. */
export function itemCodeOf(product: SandboxProduct, option: string): string {
	return `${product.codeStem}${option === 'N/A' ? '' : letters(option, 4)}`;
}

/** The colours of a product as items. */
export function itemsOf(product: SandboxProduct, options: readonly string[] = product.family.colours): Item[] {
	return options.map((option) => ({ itemCode: itemCodeOf(product, option), product, option }));
}

const itemByCode = new Map(products.flatMap((product) => itemsOf(product)).map((item) => [item.itemCode, item]));

/** The item with this code, in any case. */
export function findItem(itemCode: string): Item | undefined {
	return itemByCode.get(itemCode.trim().toUpperCase());
}
