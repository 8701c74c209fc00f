import type { IDataObject } from 'n8n-workflow';

import { digitsAfterPoint } from '../../../engine/fieldKinds/decimal';
import { readOrFailure } from '../../../engine/failure';
import { orRefusal, type Ask } from '../../../engine/operation/reads';
import { listOrNone } from '../shared/answers';
import { textOf } from '../../../engine/values';
import { codeKey, isSameCode } from '../shared/codes';
import { unitConversionRequest } from '../shared/itemRequests';
import { exactRatio, unitRatio, type UnitRatio } from '../shared/unitConversion';
import type { AskedLine } from './askedLines';
import { isOfProduct } from './identity';
import type { ToldLine } from './toldLine';

/** How the units of items relate, as far as SIPS told it: rows of UOM Conversion by `codeKey` of the item. */
export type Conversions = ReadonlyMap<string, readonly IDataObject[]>;

/**
 * Reads how units relate where something was told in another unit than asked (uom-conversion-27886764e0). An item of which SIPS does not
 * tell it has none: then nothing is compared across its units.
 */
export async function readConversions(asked: readonly AskedLine[], told: readonly ToldLine[], ask: Ask): Promise<Conversions> {
	const codes = new Set(
		told.flatMap((line) =>
			asked.filter((each) => isOfProduct(line, each) !== 'no' && [line.uom, line.priceUom].some((unit) => unit !== null && !isSameCode(unit, each.uom))).flatMap((each) => codeOf(line, each) ?? []),
		),
	);
	const entries = [...codes].map(async (code): Promise<[string, IDataObject[]]> => {
		const answer = await orRefusal(ask(unitConversionRequest(code)));
		const rows = readOrFailure(() => listOrNone(answer, 'UOM Conversion'));
		// A row of another item says nothing of this one.
		return [codeKey(code), Array.isArray(rows) ? rows.filter(({ itemCode }) => textOf(itemCode) === undefined || isSameCode(itemCode, code)) : []];
	});
	return new Map(await Promise.all(entries));
}

/** How many units `to` one unit `from` of an item holds; undefined where that is not known. */
export function ratioOf(conversions: Conversions, line: ToldLine, asked: AskedLine, from: string, to: string): UnitRatio | undefined {
	const ratio = unitRatio(conversions.get(codeKey(codeOf(line, asked) ?? '')) ?? [], from, to);
	return ratio && exactRatio(ratio);
}

/**
 * By what part of itself something may be off that was converted, since its factor is rounded: 0.33 stands for anything from 0.325 to 0.335.
 * A whole number is not rounded.
 */
export function roundingOf({ times, by }: Pick<UnitRatio, 'times' | 'by'>): number {
	const factor = by === 1 ? times : by;
	if (Number.isInteger(factor)) return 0;
	const half = 0.5 * 10 ** -digitsAfterPoint(factor);
	return half < factor ? half / (factor - half) : 1;
}

function codeOf(line: ToldLine, asked: AskedLine): string | undefined {
	return line.itemCode ?? (asked.itemCode === '' ? undefined : asked.itemCode);
}
