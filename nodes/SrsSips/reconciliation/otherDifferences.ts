import { meaningOfWords } from '../order/orderStatus';
import type { FoundOrder } from '../order/orderSearch';
import { exactTotalOf, sumOf } from '../shared/price/price';
import type { AskedLine } from './askedLines';
import { joinedPlace, placeWords, type Difference, type Place } from './difference';
import type { PartsRule } from './orderParts';
import type { ToldInvoice } from './readInvoices';
import type { ToldOrder } from './readOrder';
import type { ToldLines } from './toldLines';

/** What is about no single line that was asked for. */
type Told = Pick<Difference, 'asked' | 'told'>;

function difference(kind: Difference['kind'], standing: Difference['standing'], message: string, place: Place, { asked, told }: Told): Difference {
	return { kind, standing, message, line: null, asked, told, ...place };
}

/** Whether an order came to nothing: rejected or cancelled, and whether that is a guess. */
export function endOf({ row }: FoundOrder): { isOver: boolean; isInferred: boolean } {
	const { status, isInferred } = meaningOfWords(row.status);
	return { isOver: status === 'cancelled' || status === 'rejected', isInferred };
}

/** That an order came to nothing. */
export function overDifference(order: FoundOrder): Difference {
	const { isInferred } = endOf(order);
	const { orderId, status } = order.row;
	const words = `Order ${orderId ?? ''} is listed as "${status ?? ''}"`;
	const message = isInferred ? `${words}, which seems to mean that nothing comes of it.` : `${words}: nothing comes of it.`;
	return difference('status', isInferred ? 'possible' : 'certain', message, { seenIn: 'order', orderId, invoiceNumber: null }, { asked: null, told: { status } });
}

/** That an order goes on under further numbers. Their lines are taken together, so that alone is no difference. */
export function splitDifference(parts: readonly FoundOrder[], rule: PartsRule): Difference[] {
	const [first, ...further] = parts.map(({ row }) => row.orderId ?? '(no number)');
	if (first === undefined || further.length === 0) return [];
	const place = joinedPlace(parts.map(({ row }) => ({ seenIn: 'order', orderId: row.orderId, invoiceNumber: null })), 'order');
	const words = rule === 'linked' ? `Order ${first} was split: it goes on under ${further.join(', ')}.` : `Orders ${[first, ...further].join(', ')} stand under one PO number and count as one, as Orders Under One PO Number says.`;
	return [difference('split', 'note', `${words} The lines of all are taken together.`, place, { asked: null, told: { orderIds: [first, ...further] } })];
}

/** Where another day is told than was asked for. */
export function dayDifferences(asked: string | undefined, orders: readonly ToldOrder[]): Difference[] {
	return orders.flatMap(({ orderId, deliveryDay }) =>
		asked === undefined || deliveryDay === undefined || deliveryDay === asked
			? []
			: [difference('date', 'certain', `Delivery was asked for ${asked}; order ${orderId} says ${deliveryDay}.`, { seenIn: 'order', orderId, invoiceNumber: null }, { asked: { day: asked }, told: { day: deliveryDay } })],
	);
}

/** That an invoice gives something back. */
export function creditDifferences({ isCredit, lines, total, place }: ToldInvoice): Difference[] {
	const back = lines.lines.filter(({ quantity }) => quantity < 0);
	if (!isCredit && back.length === 0) return [];
	const what = isCredit ? `is a credit of ${Math.abs(total ?? 0)}` : `gives back ${back.map(({ quantity, uom }) => `${-quantity} ${uom ?? ''}`.trim()).join(', ')}`;
	return [difference('credit', 'certain', `Invoice ${place.invoiceNumber ?? ''} ${what}. What it gives back is taken off what was invoiced.`, place, { asked: null, told: { invoiceTotal: total } })];
}

/** Beyond this part of what was asked, in all, freight and fees look like material, or a mistake. A share that is chosen, not one of SIPS's. */
const MOST_CHARGED = 0.25;

/**
 * Freight, tax and fees that stand as lines. They are no material, and keep nothing from being as it was asked, unless they are much of it.
 * Where not every line was asked at a price, what is told of lines says how much that is.
 */
export function chargeDifferences({ charges, lines }: ToldLines, asked: readonly AskedLine[]): Difference[] {
	const isPriced = asked.every(({ price }) => price !== undefined);
	const base = isPriced ? sumOf(asked.map(({ price, quantity }) => exactTotalOf(price!, quantity))) : sumOf(lines.map(({ amount }) => Math.abs(amount ?? 0)));
	const charged = sumOf(charges.map(({ amount }) => Math.abs(amount ?? 0)));
	const isMuch = charged > MOST_CHARGED * base;
	const more = isMuch ? ` Charges come to ${charged} where material of ${base} was ${isPriced ? 'asked' : 'told'}: somebody should look at it.` : ' It is no material.';
	return charges.map(({ line, charge, words, amount, place }) =>
		difference('charge', isMuch ? 'possible' : 'note', `Line ${line} of ${placeWords(place)} is ${charge === 'fee' || charge === 'discount' ? `a ${charge}` : charge} (${words})${amount === null ? '' : `: ${amount}`}.${more}`, place, { asked: null, told: { line, charge, words, amount } }),
	);
}
