import type { BranchProduct } from '../types';
import { unitsOf, type SandboxProduct } from './products';

/** A product with these options, as Active Branch Products shows it. */
export function describeProduct(product: SandboxProduct, options: string[]): BranchProduct {
	const uoMs = unitsOf(product);
	return {
		productId: product.productId,
		productName: product.name,
		productNumber: null,
		productCategory: product.family.category,
		manufacturer: product.maker,
		productDescription: `${product.name} (${product.family.category.toLowerCase()})`,
		productImageUrl: null,
		productOptions: options,
		productVariant: options.map((option) => ({
			colorName: option,
			selectedOption: option,
			uoMs,
			defaultUOM: uoMs[0] ?? 'EA',
		})),
	};
}
