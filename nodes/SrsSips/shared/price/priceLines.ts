import type { IDataObject } from 'n8n-workflow';

import { isObject, numberOf, textOf } from '../../../../engine/values';
import { isSameCode } from '../codes';
import type { PriceLine, Unproven } from '../contract';

/** What a price was asked for. */
export interface AskedPrice {
	productId: number;
	option: string;
	uom: string;
}

/**
 * The answer's line for each product asked for. The answer is a bare array without a line number, so a line is found
 * by product, option and unit; the order counts only among equals. A line is dealt out once.
 */
export function matchedLines(batch: readonly AskedPrice[], lines: readonly IDataObject[]): Array<Unproven<PriceLine> | undefined> {
	const free = new Set(lines.filter(isObject) as Array<Unproven<PriceLine>>);
	return batch.map((asked) => {
		const sameProduct = [...free].filter((line) => numberOf(line.productId) === asked.productId);
		const line =
			sameProduct.find((candidate) => sameOption(candidate, asked) && sameUnit(candidate, asked)) ??
			// An answer may leave out option and unit. It is taken only where it cannot be another line's.
			(batch.filter(({ productId }) => productId === asked.productId).length === 1
				? sameProduct.filter((candidate) => !contradicts(candidate, asked)).find((_line, _at, all) => all.length === 1)
				: undefined);
		if (line) free.delete(line);
		return line;
	});
}

function contradicts(line: Unproven<PriceLine>, asked: AskedPrice): boolean {
	const hasOption = Array.isArray(line.productOptions) && line.productOptions.length > 0;
	const hasUnit = textOf(line.requestedUOM) !== undefined;
	return (hasOption && !sameOption(line, asked)) || (hasUnit && !sameUnit(line, asked));
}

function sameOption(line: Unproven<PriceLine>, asked: AskedPrice): boolean {
	const options = Array.isArray(line.productOptions) ? (line.productOptions as unknown[]) : [];
	return options.some((option) => isSameCode(option, asked.option));
}

function sameUnit(line: Unproven<PriceLine>, asked: AskedPrice): boolean {
	return isSameCode(line.requestedUOM, asked.uom);
}
