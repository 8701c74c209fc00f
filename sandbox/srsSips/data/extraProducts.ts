import type { BranchProduct } from '../types';
import { describeProduct } from './describeProduct';
import { products } from './products';

const FIRST_EXTRA_ID = 1_000_000;
/** The range has up to twelve colours; a catalogue of that length would not be believable. */
const MOST_OPTIONS = 3;

/**
 * Products that are only listed, to make a list as long as a test wants it: variations of the range under ids of
 * their own. They have no price and cannot be ordered.
 */
export function extraProducts(count: number): BranchProduct[] {
	const rounds = Math.ceil(count / products.length);
	return Array.from({ length: rounds }, (_, round) => products.map((product) => ({ product, round })))
		.flat()
		.slice(0, count)
		.map(({ product, round }, at) => {
			const extra = { ...product, productId: FIRST_EXTRA_ID + at, name: `${product.name} Lot ${round + 1}` };
			return describeProduct(extra, product.family.colours.slice(0, MOST_OPTIONS));
		});
}
