import type { SandboxCustomer } from './customers';
import type { SandboxProduct } from './products';

/** The price level of a customer who pays the list price. */
export const LIST_PRICE = 10_000;

/** What a customer pays for one of the product's price unit, in cents. 0 means that the branch must be called. */
export function centsFor(product: SandboxProduct, { priceLevel }: Pick<SandboxCustomer, 'priceLevel'>): number {
	const { cents, centsPerSize, callForPrice, makers } = product.family;
	if (callForPrice?.includes(product.sizeAt)) return 0;
	const makerAt = makers.indexOf(product.maker);
	// Whole cents all the way: a price must not depend on how a fraction is stored.
	const listCents = cents + product.sizeAt * centsPerSize + Math.round((cents * makerAt) / 25);
	return Math.round((listCents * priceLevel) / LIST_PRICE);
}

/** The unit `centsFor` speaks of. */
export function priceUnit(product: SandboxProduct): string {
	return product.family.units[0]?.uom ?? 'EA';
}

/** What a customer pays for one of this unit, in cents. Undefined where the product is not sold by that unit. */
export function centsPerUnit(product: SandboxProduct, customer: SandboxCustomer, uom: string): number | undefined {
	const factor = conversionFactor(product, uom);
	return factor === undefined ? undefined : Math.round(centsFor(product, customer) * factor);
}

/** How many price units one of `uom` holds. Undefined where the product is not sold by that unit. */
export function conversionFactor(product: SandboxProduct, uom: string): number | undefined {
	return product.family.units.find((unit) => unit.uom === uom)?.holds;
}

/** How many of `uom` make one price unit, as SIPS puts it: the price divided by it is that of one `uom`. Undefined as above. */
export function sipsFactor(product: SandboxProduct, uom: string): number | undefined {
	const holds = conversionFactor(product, uom);
	return holds === undefined ? undefined : Math.round(1e6 / holds) / 1e6;
}
