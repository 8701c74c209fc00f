import type { IDataObject } from 'n8n-workflow';

import { isFailure, type Failure } from '../../../engine/failure';
import { isObject, numberOf, textOf } from '../../../engine/values';
import { path } from '../../../engine/transport/path';
import { choiceOf } from '../../../engine/fieldKinds/choice';
import { SIPS } from '../shared/sips';
import { codeKey } from '../shared/codes';
import { parts, type BudgetedReads } from './budgetedReads';
import type { Finding } from './found';
import type { MaterialLine } from './materialLine';
import type { SoldProduct } from './soldProducts';

/** As many as Get by Item Codes puts into one request; no limit is documented. */
const CODES_A_REQUEST = 100;

/** What By Item Codes tells of a code. */
interface CodedItem {
	productId: number;
	option: string;
	isAvailable: boolean | undefined;
}

export interface CodedItems {
	byCode: ReadonlyMap<string, CodedItem>;
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
	const byCode = new Map<string, CodedItem>();
	let failure: Failure | undefined;
	const asked = [...new Map(codes.map((code) => [codeKey(code), code])).values()];
	for (const itemCodes of parts(asked, CODES_A_REQUEST)) {
		const rows = await reads.rows({ method: 'POST', path: path`/products/v2/catalog/${branchCode}/byItemCodes`, body: { itemCodes } }, 'By Item Codes');
		if (isFailure(rows)) failure = rows;
		else for (const [code, item] of rows.flatMap(itemsOf)) byCode.set(code, item);
	}
	return { byCode, failure };
}

/** Spelt with a capital D here, and nowhere else. */
function itemsOf({ productID, productId, items }: IDataObject): Array<[string, CodedItem]> {
	const list = Array.isArray(items) ? (items as unknown[]).filter(isObject) : [];
	return list.flatMap(({ itemCode, selectedOption, availableAtBranch }): Array<[string, CodedItem]> => {
		const code = textOf(itemCode);
		if (code === undefined) return [];
		return [[codeKey(code), { productId: numberOf(productID ?? productId), option: textOf(selectedOption)?.trim() ?? '', isAvailable: typeof availableAtBranch === 'boolean' ? availableAtBranch : undefined }]];
	});
}

/** What the code of a line names; undefined where it is no code of SRS. */
export function findByItemCode(code: string, { byCode }: CodedItems, sold: ReadonlyMap<number, SoldProduct>, branchCode: string): Finding | undefined {
	const item = code === '' ? undefined : byCode.get(codeKey(code));
	if (item === undefined) return undefined;
	const product = sold.get(item.productId);
	if (!product) return { by: null, reason: `${code} is an SRS item code of product ${item.productId}, which ${branchCode} does not sell` };
	if (item.isAvailable === false) return { by: null, reason: `${code} is an SRS item code of ${product.productName} in ${item.option || 'an option without a name'}, which ${branchCode} does not have` };
	const read = item.option === '' ? { value: '' } : choiceOf(item.option, product.options, SIPS);
	if ('fault' in read) return { by: null, reason: `${code} is an SRS item code of ${product.productName} in ${item.option}, and ${branchCode} does not list that option` };
	return { by: 'itemCode', product, confidence: 1, reason: `${code} is the SRS item code of ${product.productName}`, option: read.value, isOptionDecided: false, uom: '', itemCode: code };
}
