import type { IDataObject } from 'n8n-workflow';
import { textOf } from '../../../engine/values';


/** The unit of a template's product. The name is misspelt in the interface; should it be mended one day, both are read. */
export function templateUnit(product: IDataObject): string | undefined {
	return textOf(product.defualtUOM)?.trim() ?? textOf(product.defaultUOM)?.trim();
}

/** What matters most of a product of a branch or of the catalogue: what it takes to price and order it. */
export const MAIN_PRODUCT_FIELDS = [
	'productId', 'productName', 'productCategory', 'category', 'manufacturer', 'productOptions', 'productVariant', 'productUOMs',
] as const;
