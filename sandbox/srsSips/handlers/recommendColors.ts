import { findBranch } from '../data/branches';
import { findProduct, optionsAt, products } from '../data/products';
import { invalid, noBranch, notFound } from '../errors';
import type { SrsSipsHandler } from '../types';

const MOST_RECOMMENDATIONS = 10;

/**
 * Products of other kinds in the same colour. All of it is invented: of color-recommendations-32754860e0 only the name is
 * known.
 */
export const recommendColors: SrsSipsHandler<'recommendColors'> = ({ body: { branchCode, productId, selectedOption } }) => {
	if (productId === undefined) return invalid('FieldsMissingFromRequestBody', 'productId', 'productId: is missing');
	const product = findProduct(productId);
	if (!product) return notFound('ProductNotFound', 'productId', `No product ${productId}`);
	const branch = branchCode === undefined ? undefined : findBranch(branchCode);
	if (branchCode !== undefined && !branch) return noBranch(branchCode);
	const option = selectedOption ?? product.family.colours[0] ?? 'N/A';
	const colorRecommendations = products
		.filter(({ family }) => family.category !== product.family.category && option !== 'N/A')
		.filter((other) => (branch ? optionsAt(other, branch.branchCode) : other.family.colours).includes(option))
		.slice(0, MOST_RECOMMENDATIONS)
		.map((other) => ({ productId: other.productId, productName: other.name, selectedOption: option }));
	return { status: 200, body: { colorRecommendations } };
};
