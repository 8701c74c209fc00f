import type { IDataObject } from 'n8n-workflow';

import { isFailure } from '../../../engine/failure';
import { textOf } from '../../../engine/values';
import { matchedLines } from '../shared/price/priceLines';
import { priceRequest } from '../shared/price/priceRequest';
import { codeKey } from '../shared/codes';
import { unitConversionRequest } from '../shared/itemRequests';
import type { BudgetedReads } from './budgetedReads';
import type { Chosen } from './chosenOption';
import type { MaterialLine } from './materialLine';
import type { ListSettings } from './listSettings';
import { needsConversion } from './orderUnit';
import { soldUnits, usualUnit, type SoldProduct } from './soldProducts';

/** How the units of an option convert, or why that is not known. */
export type ItemUnits = { rows: readonly IDataObject[] } | { notAsked: string };

/** By option of a product: see `unitsKey`. */
export type UnitsByOption = ReadonlyMap<string, ItemUnits>;

export function unitsKey(product: SoldProduct, option: string): string {
	return `${product.productId} ${option}`;
}

/** Most lines of a price request, as in Get Prices; no limit is documented. */
const LINES_A_REQUEST = 100;

interface Wanted {
	product: SoldProduct;
	option: string;
	itemCode?: string;
}

/**
 * Asks how the units of those options convert for which that decides something, each once (UOM Conversion, uom-conversion-27886764e0). It wants an item code: that of the line, or that
 * which a price names.
 */
export async function readUnits(choices: ReadonlyArray<readonly [MaterialLine, Chosen]>, settings: ListSettings, reads: BudgetedReads): Promise<UnitsByOption> {
	const wanted = new Map<string, Wanted>();
	for (const [, { found, option, question }] of choices) {
		if (!found || option === null || !question || !needsConversion(question)) continue;
		const key = unitsKey(found.product, option);
		const itemCode = found.itemCode ?? wanted.get(key)?.itemCode;
		wanted.set(key, { product: found.product, option, ...(itemCode ? { itemCode } : {}) });
	}
	const units = new Map<string, ItemUnits>();
	const { codes, asked } = await itemCodes([...wanted], settings, reads);
	for (const key of wanted.keys()) {
		const itemCode = codes.get(key);
		if (itemCode === undefined) units.set(key, { notAsked: !settings.customer ? NO_CUSTOMER : asked.has(key) ? NO_CODE : USED_UP });
		else if (reads.left < 1) units.set(key, { notAsked: USED_UP });
		else {
			const rows = await reads.rows(unitConversionRequest(itemCode), 'UOM Conversion');
			units.set(key, isFailure(rows) ? { notAsked: `how its units convert could not be read (${rows.message})` } : { rows });
		}
	}
	return units;
}

const NO_CUSTOMER = 'how its units convert was not asked for, since that takes an item code, which SIPS tells with a price: add Customer Code and Job Account Number under Options';
const USED_UP = 'how its units convert was not asked for, since a list may make 20 calls for each 500 lines, and these are used up: make several lists of it';
const NO_CODE = 'how its units convert could not be asked for, since SIPS named no item code with its price';

/** The item codes of what is wanted, as far as they are known: prices are asked for in one call, and only as many as there are calls left for. */
async function itemCodes(wanted: ReadonlyArray<readonly [string, Wanted]>, { customer, branchCode, sourceSystem }: ListSettings, reads: BudgetedReads): Promise<{ codes: ReadonlyMap<string, string>; asked: ReadonlySet<string> }> {
	const codes = new Map(wanted.flatMap(([key, { itemCode }]) => (itemCode ? [[key, itemCode] as const] : [])));
	const without = wanted.filter(([key]) => !codes.has(key)).slice(0, Math.min(LINES_A_REQUEST, Math.max(0, reads.left - codes.size - 1)));
	const asked = new Set(without.map(([key]) => key));
	if (!customer || without.length === 0) return { codes, asked };
	const lines = without.map(([, { product, option }]) => ({ productId: product.productId, productName: product.productName, option, quantity: 1, uom: usualUnit(product, option) || soldUnits(product, option)[0]! }));
	const rows = await reads.rows(priceRequest({ sourceSystem, branchCode, ...customer }, lines), 'Price');
	if (isFailure(rows)) return { codes, asked };
	for (const [at, row] of matchedLines(lines, rows).entries()) {
		const code = textOf(row?.itemCode)?.trim();
		if (code !== undefined && codeKey(code) !== '') codes.set(without[at]![0], code);
	}
	return { codes, asked };
}
