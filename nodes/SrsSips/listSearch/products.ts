import { Failure } from '../../../engine/failure';
import type { ListSource } from '../../../engine/listSearch/listSearch';
import type { OtherFields } from '../../../engine/listSearch/otherFields';
import type { Sender } from '../../../engine/transport/sender';
import { textOf } from '../../../engine/values';
import type { BranchProduct, Unproven } from '../shared/contract';
import { branchProductsRequest } from '../shared/listRequests';
import { productChoices, type ProductChoices } from '../shared/productChoices';
import { sipsList } from './sipsList';

/** What the lists need of a product. A branch can have 20,000, so nothing else of them is remembered. */
interface SoldProduct {
	id: string;
	name: string;
	/** The number in SRS's catalogue; `''` on many. */
	number: string;
	/** As far as the choices need it, which are worked out for the one product that is asked about, not for all of them. */
	row: Pick<Unproven<BranchProduct>, 'productOptions' | 'productVariant'>;
}

const branchProducts = sipsList<{ branchCode: string }, SoldProduct>({
	what: 'Active Branch Products',
	// 20,000 products take some 20 MB.
	most: 2,
	request: ({ branchCode }) => branchProductsRequest(branchCode),
	read({ productId, productName, productNumber, productOptions, productVariant }) {
		const id = textOf(productId)?.trim();
		if (id === undefined) return undefined;
		return {
			id,
			name: textOf(productName)?.trim() ?? '',
			number: textOf(productNumber)?.trim() ?? '',
			row: { productOptions, productVariant },
		};
	},
	unknown: ({ branchCode }) => ({
		message: `No products for branch ${branchCode}`,
		advice: 'Choose Branch Code again, and check that it belongs to the environment of the credential.',
	}),
});

/** What the branch sells. */
export const products: ListSource = async ({ fields, sender }) => {
	const branchCode = fields.needed('branchCode', 'Branch Code');
	// A product with a row for each of its options is one choice.
	const seen = new Set<string>();
	const sold = (await branchProducts(sender, { branchCode })).filter(({ id }) => !seen.has(id) && seen.add(id));
	return sold.map(({ id, name, number }) => ({
		name: `${name || 'Product'} (${number === '' ? id : `${number}, ${id}`})`,
		value: id,
	}));
};

/** The product that is chosen beside this field, and what there is to choose about it. @throws Failure */
export async function chosenProduct(sender: Sender, fields: OtherFields): Promise<{ id: string; branchCode: string; choices: ProductChoices }> {
	const branchCode = fields.needed('branchCode', 'Branch Code');
	const productId = fields.needed('productId', 'Product ID');
	const rows = (await branchProducts(sender, { branchCode })).filter(({ id }) => id === productId).map(({ row }) => row);
	if (rows.length > 0) return { id: productId, branchCode, choices: productChoices(rows) };
	throw new Failure('notFound', `${branchCode} does not sell product ${productId}`, { advice: 'Choose Product ID again.' });
}
