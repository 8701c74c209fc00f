import { families, type Family } from './families';
import { letters } from './letters';
import { share } from './share';

/** A product of the range, before a branch chooses its colours. */
export interface SandboxProduct {
	productId: number;
	name: string;
	maker: string;
	family: Family;
	/** Place of its size in the family. */
	sizeAt: number;
	/** Start of its item codes; the colour makes the rest. */
	codeStem: string;
}

const FIRST_PRODUCT_ID = 6000;
/** Room for each family, so that a new size moves no other product's id. */
const IDS_PER_FAMILY = 40;

/** The range: every maker times every size. */
export const products: readonly SandboxProduct[] = families.flatMap((family, familyAt) =>
	family.makers.flatMap((maker, makerAt) =>
		family.sizes.map((size, sizeAt) => ({
			productId: FIRST_PRODUCT_ID + familyAt * IDS_PER_FAMILY + makerAt * family.sizes.length + sizeAt,
			name: family.name.replace('{maker}', maker).replace('{size}', size),
			maker,
			family,
			sizeAt,
			codeStem: `${letters(maker, 3)}${letters(family.category, 3)}${familyAt}${makerAt}${sizeAt}`,
		})),
	),
);

const productById = new Map(products.map((product) => [product.productId, product]));

const MOST = 0.86;
const MANY = 0.7;

/** The product with this id, wherever it is sold. */
export function findProduct(productId: number): SandboxProduct | undefined {
	return productById.get(productId);
}

/** The colours a branch sells of a product; empty where it does not sell it at all. */
export function optionsAt(product: SandboxProduct, branchCode: string): string[] {
	const { colours, isStaple } = product.family;
	const isSold = isStaple || share(`${branchCode} ${product.productId}`) < MOST;
	if (!isSold) return [];
	const [first = 'N/A'] = colours;
	// The first colour is everywhere, so that examples work at any branch.
	return colours.filter((colour) => colour === first || share(`${branchCode} ${product.productId} ${colour}`) < MANY);
}

/** The units a product can be ordered in. */
export function unitsOf(product: SandboxProduct): string[] {
	return product.family.units.map(({ uom }) => uom);
}
