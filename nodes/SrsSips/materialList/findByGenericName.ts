import { parts } from '../../../engine/items/batches';
import { isFailure, type Failure } from '../../../engine/failure';
import { numberOf, textOf } from '../../../engine/values';
import { codeKey } from '../shared/codes';
import { CODES_A_REQUEST, genericItemsRequest } from '../shared/itemRequests';
import type { BudgetedReads } from './budgetedReads';
import type { Finding } from './found';
import type { MaterialLine } from './materialLine';
import type { SoldProduct } from './soldProducts';
import type { TextMatcher } from './textMatch';

/** SRS says that it is this product; a person may still have meant another. */
const CONFIDENCE = 0.97;

export interface ConvertedNames {
	/** Product numbers by name, in small letters: several where SRS is not sure itself. */
	byName: ReadonlyMap<string, ReadonlySet<number>>;
	/** Why not all names could be asked for. */
	failure?: Failure;
}

/** Catalog Item Convert, `POST /products/v2/catalog/convert` (catalog-item-convert-21007555e0), each name once. @throws Failure where SIPS is down */
export async function readConvertedNames(names: readonly string[], branchId: number, reads: BudgetedReads): Promise<ConvertedNames> {
	const byName = new Map<string, Set<number>>();
	let failure: Failure | undefined;
	const asked = [...new Map(names.map((name) => [codeKey(name), name])).values()];
	for (const part of parts(asked, CODES_A_REQUEST)) {
		const rows = await reads.rows(genericItemsRequest(branchId, part), 'Catalog Item Convert');
		if (isFailure(rows)) {
			failure = rows;
			continue;
		}
		for (const { genericItemCode, conversionFound, productId } of rows) {
			const name = textOf(genericItemCode);
			if (name !== undefined && conversionFound === true && textOf(productId) !== undefined) byName.set(codeKey(name), new Set([...(byName.get(codeKey(name)) ?? []), numberOf(productId)]));
		}
	}
	return { byName, failure };
}

/**
 * What SRS takes a line for; undefined where it has no product for it, several, or one whose name does not fit the line: a size or a word of the line that other products of the branch have,
 * and this one has not. Then its text decides.
 */
export function findByGenericName({ product: name }: MaterialLine, { byName }: ConvertedNames, sold: ReadonlyMap<number, SoldProduct>, matcher: TextMatcher): Finding | undefined {
	const [productId = NaN, ...others] = byName.get(codeKey(name)) ?? [];
	const product = sold.get(productId);
	if (!product || others.length > 0 || matcher.contradictions(name, product).length > 0) return undefined;
	return { by: 'genericName', product, confidence: CONFIDENCE, reason: `SRS takes the text for ${product.productName} (Catalog Item Convert)`, option: '', isOptionDecided: false, uom: '' };
}
