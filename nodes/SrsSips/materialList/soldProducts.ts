import type { PartnerAnswer } from '../../../engine/http/request';
import { textOf } from '../../../engine/values';
import { branchProducts } from '../order/branchProducts';
import { productChoices, unitsOf, type ProductChoices } from '../shared/productChoices';
import { NO_OPTION } from '../shared/sips';

/** A product that a branch sells, and what there is to choose about it. */
export interface SoldProduct {
	productId: number;
	productName: string;
	choices: ProductChoices;
	/** Its colours or other choices; `N/A` alone where it has none. */
	options: string[];
}

/** What a branch sells, by product number (Active Branch Products, order-flow-1994858m0). Rows without a number or a name are left out. @throws Failure */
export function soldProducts(answer: PartnerAnswer): Map<number, SoldProduct> {
	const sold = new Map<number, SoldProduct>();
	for (const [productId, rows] of branchProducts(answer)) {
		const productName = rows.flatMap((row) => textOf(row.productName)?.trim() ?? [])[0];
		if (productName === undefined || !Number.isSafeInteger(productId)) continue;
		const choices = productChoices(rows);
		sold.set(productId, { productId, productName, choices, options: choices.options.length > 0 ? choices.options : [NO_OPTION] });
	}
	return sold;
}

/** The units in which it is sold in an option, or in any where none is named. */
export function soldUnits({ choices }: SoldProduct, option: string | null): string[] {
	return unitsOf(choices, option ?? '');
}

/** The unit that SIPS names first for an option; `''` where it names none. */
export function usualUnit({ choices: { variants } }: SoldProduct, option: string): string {
	return variants.find((variant) => variant.option === option && variant.defaultUnit !== '')?.defaultUnit ?? '';
}
