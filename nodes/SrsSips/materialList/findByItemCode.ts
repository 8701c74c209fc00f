import { parts } from '../../../engine/items/batches';
import { isFailure, type Failure } from '../../../engine/failure';
import { numberOf, textOf } from '../../../engine/values';
import { choiceOf } from '../../../engine/fieldKinds/choice';
import { SIPS } from '../shared/sips';
import { codeKey } from '../shared/codes';
import { CODES_A_REQUEST, itemCodesRequest } from '../shared/itemRequests';
import { contestedCodes, itemsByCode, type FoundItem } from '../shared/itemsByCode';
import type { BudgetedReads } from './budgetedReads';
import type { Finding } from './found';
import type { MaterialLine } from './materialLine';
import type { SoldProduct } from './soldProducts';

export interface CodedItems {
	byCode: ReadonlyMap<string, FoundItem>;
	/** Codes that SRS has for several. */
	contested: ReadonlySet<string>;
	/** Why not all codes could be asked for. */
	failure?: Failure;
}

/** The code of a line that may be one of SRS: that of its cell, or its text where that is nothing but a code. */
export function itemCodeOf({ code, text }: MaterialLine): string {
	if (code !== '') return code.trim();
	return /^(?=.*\d)(?=.*[A-Z])[A-Z0-9-]{5,40}$/.test(text.trim()) ? text.trim() : '';
}

/** By Item Codes, `POST /products/v2/catalog/{branchCode}/byItemCodes` (by-item-codes-21007661e0), each code once. @throws Failure where SIPS is down */
export async function readCodedItems(codes: readonly string[], branchCode: string, reads: BudgetedReads): Promise<CodedItems> {
	const byCode = new Map<string, FoundItem>();
	const contested = new Set<string>();
	let failure: Failure | undefined;
	const asked = [...new Map(codes.map((code) => [codeKey(code), code])).values()];
	for (const itemCodes of parts(asked, CODES_A_REQUEST)) {
		const rows = await reads.rows(itemCodesRequest(branchCode, itemCodes), 'By Item Codes');
		if (isFailure(rows)) failure = rows;
		else {
			for (const [code, item] of itemsByCode(rows)) byCode.set(code, item);
			for (const code of contestedCodes(rows)) contested.add(code);
		}
	}
	return { byCode, contested, failure };
}

/** What the code of a line names; undefined where it is no code of SRS. */
export function findByItemCode(code: string, { byCode, contested }: CodedItems, sold: ReadonlyMap<number, SoldProduct>, branchCode: string): Finding | undefined {
	const item = code === '' ? undefined : byCode.get(codeKey(code));
	if (item === undefined) return undefined;
	if (contested.has(codeKey(code))) return { by: null, reason: `${code} is the SRS item code of several products or options. Which one is meant is not told by it` };
	const option = textOf(item.option)?.trim() ?? '';
	const product = sold.get(numberOf(item.productId));
	if (!product) return { by: null, reason: `${code} is an SRS item code of product ${textOf(item.productId) ?? 'without a number'}, which ${branchCode} does not sell` };
	if (item.availableAtBranch === false) return { by: null, reason: `${code} is an SRS item code of ${product.productName} in ${option || 'an option without a name'}, which ${branchCode} does not have` };
	const read = option === '' ? { value: '' } : choiceOf(option, product.options, SIPS);
	if ('fault' in read) return { by: null, reason: `${code} is an SRS item code of ${product.productName} in ${option}, and ${branchCode} does not list that option` };
	return { by: 'itemCode', product, confidence: 1, reason: `${code} is the SRS item code of ${product.productName}`, option: read.value, isOptionDecided: false, uom: '', itemCode: code };
}
