import { conversionFactor } from './prices';
import { optionsAt, type SandboxProduct } from './products';

/** What can be said of a price. Codes other than 0 are not documented; these are invented. */
const notices = {
	none: { messageCode: 0, message: '' },
	unknownProduct: { messageCode: 1, message: 'Product not found' },
	notAtBranch: { messageCode: 2, message: 'Product is not active at this branch' },
	unknownOption: { messageCode: 3, message: 'Option is not available at this branch' },
	unknownUom: { messageCode: 4, message: 'Unit of measure is not valid for this product' },
	discontinued: { messageCode: 5, message: 'Product is discontinued, limited to stock on hand' },
} as const;

export type PriceNotice = (typeof notices)[keyof typeof notices];

/** Whether a line with this notice has a price all the same. */
export function isPriced(notice: PriceNotice): boolean {
	return notice === notices.none || notice === notices.discontinued;
}

/** What is to be said of the price of a product in these options and this unit. */
export function noticeFor(
	product: SandboxProduct | undefined,
	wanted: { options: readonly string[]; uom: string },
	branchCode: string,
): PriceNotice {
	if (!product) return notices.unknownProduct;
	const options = optionsAt(product, branchCode);
	if (options.length === 0) return notices.notAtBranch;
	// Colours of one product cost the same, so a call without an option can be answered.
	if (wanted.options.some((option) => !options.includes(option))) return notices.unknownOption;
	if (conversionFactor(product, wanted.uom) === undefined) return notices.unknownUom;
	return product.family.discontinued?.includes(product.sizeAt) ? notices.discontinued : notices.none;
}
