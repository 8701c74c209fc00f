import { isFailure, readOrFailure } from '../../../engine/failure';
import { parts } from '../../../engine/items/batches';
import { orRefusal, type Ask } from '../../../engine/operation/reads';
import { textOf } from '../../../engine/values';
import { listOrNone } from '../shared/answers';
import { codeKey } from '../shared/codes';
import { CODES_A_REQUEST, itemCodesRequest } from '../shared/itemRequests';
import { contestedCodes, itemsByCode } from '../shared/itemsByCode';
import type { AskedLine } from './askedLines';
import { isOfProduct } from './identity';
import type { ToldLine } from './toldLine';

/**
 * Lines that name their product by item code alone, with its number and option, by By Item Codes (by-item-codes-32754978e0). Where that cannot be
 * read, or does not know a code, they stay as they are.
 *
 * @param branchCode of the order; null where SIPS does not show it
 */
export async function withProducts(told: readonly ToldLine[], asked: readonly AskedLine[], branchCode: string | null, ask: Ask): Promise<ToldLine[]> {
	const isUnknown = (line: ToldLine) => line.productId === null && line.itemCode !== null && asked.every((each) => isOfProduct(line, each) === 'unsure');
	const codes = [...new Set(told.filter(isUnknown).map(({ itemCode }) => itemCode ?? ''))].sort();
	if (codes.length === 0 || branchCode === null) return [...told];
	const batches = parts(codes, CODES_A_REQUEST);
	const answers = await Promise.all(batches.map(async (itemCodes) => await orRefusal(ask(itemCodesRequest(branchCode, itemCodes)))));
	const items = answers.flatMap((answer) => {
		const rows = readOrFailure(() => listOrNone(answer, 'By Item Codes'));
		return isFailure(rows) ? [] : rows;
	});
	const [known, contested] = [itemsByCode(items), contestedCodes(items)];
	return told.map((line) => {
		const code = codeKey(line.itemCode ?? '');
		const item = isUnknown(line) && !contested.has(code) ? known.get(code) : undefined;
		return item === undefined ? line : { ...line, productId: textOf(item.productId) ?? null, option: line.option ?? textOf(item.option) ?? null, productName: line.productName ?? textOf(item.productName) ?? null };
	});
}
