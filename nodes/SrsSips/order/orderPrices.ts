import type { IDataObject } from 'n8n-workflow';

import { isFailure, type Fault } from '../../../engine/failure';
import type { Facts } from '../../../engine/operation/reads';
import type { PartnerRequest } from '../../../engine/http/request';
import { listAnswer } from '../shared/answers';
import { noPrice, priceOf, sumOf, type ShownPrice } from '../shared/price/price';
import { matchedLines } from '../shared/price/priceLines';
import { pricePerUnit, type PricePerUnit } from '../shared/price/pricePerUnit';
import { priceRequest } from '../shared/price/priceRequest';
import type { OrderLineParameters } from './orderLines';
import type { OrderParameters } from './orderParameters';

/** As many as Get Prices puts into one request unless told otherwise; no limit is documented. */
const LINES_A_REQUEST = 100;
const PRICES = 'prices ';

/** The price of one line now, beside the one that was expected. A type alias, so that it fits n8n's index signature. */
export type PricedLine = ShownPrice & PricePerUnit & {
	productId: number;
	productName: string;
	option: string;
	quantity: number;
	uom: string;
	/** What the person gave for the line, per unit, or null. */
	expectedPrice: number | null;
	/** By how much the price is above the expected one, in per cent of that; null where one of the two is missing, or they are for different units. */
	differencePercent: number | null;
};

/** The reads that tell what the lines of an order cost now. */
export function orderPriceRequests(order: OrderParameters): PartnerRequest[] {
	const requests: PartnerRequest[] = [];
	for (let from = 0; from < order.lines.length; from += LINES_A_REQUEST) {
		requests.push(priceRequest(order, order.lines.slice(from, from + LINES_A_REQUEST)));
	}
	return requests;
}

/**
 * What each line costs now.
 *
 * @param answers those of `orderPriceRequests`, in their order; a Failure where SIPS says that it has no prices for these lines, whose
 *   words then stand in the place of the prices
 */
export function pricedLines(order: OrderParameters, answers: ReadonlyArray<Facts[string]>): PricedLine[] {
	return answers.flatMap((answer, at) => {
		const lines = order.lines.slice(at * LINES_A_REQUEST, (at + 1) * LINES_A_REQUEST);
		const rows: IDataObject[] = isFailure(answer) ? [] : listAnswer(answer, 'Price');
		return matchedLines(lines, rows).map((row, line) => {
			const { quantity, uom } = lines[line]!;
			const shown = isFailure(answer) ? noPrice(answer.message) : priceOf(row, quantity, uom);
			return pricedLine(lines[line]!, { ...shown, ...pricePerUnit(shown, row, uom, true) });
		});
	});
}

function pricedLine({ productId, productName, option, quantity, uom, price: expected }: OrderLineParameters, shown: ShownPrice & PricePerUnit): PricedLine {
	// What is inferred is shown, and nothing rests on it: no total, no comparison, no order. The direction of the factor is not documented.
	const isComparable = shown.price !== null && shown.lineTotal !== null && expected !== undefined;
	return {
		productId, productName, option, quantity, uom,
		...shown,
		expectedPrice: expected ?? null,
		differencePercent: isComparable ? hundredths(((shown.price! - expected) / expected) * 100) : null,
	};
}

/** The answers about prices among what was read before an order is sent, in their order. */
export function priceFacts(facts: Facts): Array<Facts[string]> {
	return Object.entries(facts).flatMap(([name, fact]) => (name.startsWith(PRICES) ? [fact] : []));
}

/** The reads of prices, by the names under which they are read before an order is sent. */
export function namedPriceRequests(order: OrderParameters): Record<string, PartnerRequest> {
	return Object.fromEntries(orderPriceRequests(order).map((request, at) => [`${PRICES}${at}`, request]));
}

/** What speaks against the order because of its prices, by the rules that the person has set. */
export function priceFaults({ stopWithoutPrice, mostDifferencePercent, lines }: OrderParameters, priced: readonly PricedLine[]): Fault[] {
	// With none at all the column is misspelt, most likely.
	const isAnyExpected = priced.some(({ expectedPrice }) => expectedPrice !== null);
	return priced.flatMap((line, at): Fault[] => {
		const field = `Lines ${at + 1}: Price`;
		const { lineTotal, priceMessage, price, expectedPrice, differencePercent } = line;
		const name = lines[at]?.productName ?? '';
		if (stopWithoutPrice && lineTotal === null) return [{ field, expected: `${name} has no price per ${line.uom}. ${priceMessage}` }];
		if (mostDifferencePercent === undefined) return [];
		// Its price field is to be left out where the branch has to be called (see readPrice), and there is nothing to compare.
		if (expectedPrice === null && price === null && isAnyExpected) return [];
		// Passed over, a misspelt column or an empty cell would switch the limit off in silence.
		if (expectedPrice === null) return [{ field, expected: `${name} has no expected price to compare with. Give it one, or remove Stop if a Price Differs by More Than (%)` }];
		if (differencePercent === null) {
			return [{ field, expected: `${name} was expected at ${expectedPrice}, and no price tells whether that holds. ${priceMessage}` }];
		}
		if (Math.abs(differencePercent) <= mostDifferencePercent) return [];
		return [{ field, expected: `${name} costs ${price}, ${differencePercent} % from the expected ${expectedPrice} (at most ${mostDifferencePercent} % allowed)` }];
	});
}

/** Sum of all lines to the cent, without tax and delivery; null unless every line has a total. */
export function totalOf(lines: ReadonlyArray<{ lineTotal: number | null }>): number | null {
	const totals = lines.flatMap(({ lineTotal }) => lineTotal ?? []);
	return totals.length < lines.length ? null : sumOf(totals);
}

/** A share in per cent, which is no money, with two digits after the point. Through text: binary puts halves on either side. */
function hundredths(percent: number): number {
	return Math.round(Number((percent * 100).toFixed(6))) / 100;
}
