import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import { jsonRows, textRows } from '../../../engine/lists/listRows';
import type { Ask } from '../../../engine/operation/reads';
import type { MapRow } from '../../../nodes/SrsSips/materialList/codeMap';
import type { MatchedLine } from '../../../nodes/SrsSips/materialList/matchedLine';
import { COLUMN_GUESS, COLUMN_NAMES, linesOf, type MaterialLine } from '../../../nodes/SrsSips/materialList/materialLine';
import { matchList } from '../../../nodes/SrsSips/materialList/matchList';
import { productsAt } from '../../../sandbox/srsSips/data/productLists';

/** What the branch and SIPS say; the sandbox's branch SBDEN where no products are given, and nothing else. */
export interface Branch {
	products?: IDataObject[];
	codeMap?: MapRow[];
	/** Answer of By Item Codes. */
	itemCodes?: IDataObject[];
	/** Answer of UOM Conversion. */
	conversions?: IDataObject[];
	/** Answer of Catalog Item Convert. */
	genericNames?: IDataObject[];
}

/** A product as a branch lists it. */
export function branchProduct(productId: number, productName: string, units: string[], options: string[] = []): IDataObject {
	const variants = options.length > 0 ? options : ['N/A'];
	return { productId, productName, productOptions: options, productVariant: variants.map((option) => ({ selectedOption: option, colorName: option, uoMs: units, defaultUOM: units[0] })) };
}

/** The lines of a CSV text, matched. */
export async function matchedCsv(text: string, branch: Branch = {}): Promise<MatchedLine[]> {
	return await matched(linesOf(textRows(text, COLUMN_NAMES, COLUMN_GUESS)), branch);
}

/** The lines of a JSON list, matched. */
export async function matchedJson(list: unknown, branch: Branch = {}): Promise<MatchedLine[]> {
	return await matched(linesOf(jsonRows(list, COLUMN_NAMES, 'text')!), branch);
}

async function matched(lines: readonly MaterialLine[], { products, codeMap = [], itemCodes, conversions, genericNames }: Branch): Promise<MatchedLine[]> {
	const ask: Ask = async ({ path }) => {
		const body = path.includes('activeBranchProducts') ? (products ?? productsAt('SBDEN', 0)) : path.includes('byItemCodes') ? itemCodes : path.includes('UOMConversion') ? conversions : path.includes('catalog/convert') ? genericNames : undefined;
		return await Promise.resolve(body === undefined ? new Failure('notFound', 'Not here', { advice: '', isPartnersOwn: true }) : { status: 200, headers: {}, body });
	};
	return await matchList(lines, { sourceSystem: 'X', branchCode: 'SBDEN', branchId: genericNames && 1, codeMap, customer: undefined }, ask);
}
