import type { FoundOrder } from '../order/orderSearch';
import { shown } from '../../../engine/fieldKinds/reading';
import { exactTotalOf, sumOf } from '../shared/price/price';
import type { AskedLine } from './askedLines';
import { joinedPlace, placeWords, type Difference, type Place } from './difference';
import type { PartsRule } from './orderParts';
import type { ToldInvoice } from './readInvoices';
import type { ToldOrder } from './readOrder';
import type { ToldLine } from './toldLine';
import type { ToldLines } from './toldLines';

/** What is about no single line that was asked for. */
type Told = Pick<Difference, 'asked' | 'told'>;

function difference(kind: Difference['kind'], standing: Difference['standing'], message: string, place: Place, { asked, told }: Told): Difference {
	return { kind, standing, message, line: null, asked, told, ...place };
}

/** That an order goes on under further numbers. Their lines are taken together, so that alone is no difference. */
export function splitDifference(parts: readonly FoundOrder[], rule: PartsRule): Difference[] {
	const [first, ...further] = parts.map(({ row }) => row.orderId ?? '(no number)');
	if (first === undefined || further.length === 0) return [];
	const place = joinedPlace(parts.map(({ row }) => ({ seenIn: 'order', orderId: row.orderId, invoiceNumber: null })), 'order');
	const words = rule === 'linked' ? `Order ${first} was split: it goes on under ${further.join(', ')}.` : `Orders ${[first, ...further].join(', ')} stand under one PO number and count as one, as Orders Under One PO Number says.`;
	return [difference('split', 'note', `${words} The lines of all are taken together.`, place, { asked: null, told: { orderIds: [first, ...further] } })];
}

/** Where another day is told than was asked for. What names several days, or one that is another elsewhere, is not certain. */
export function dayDifferences(asked: string | undefined, orders: readonly ToldOrder[]): Difference[] {
	if (asked === undefined) return [];
	return orders.flatMap(({ orderId, days }) => {
		const read = days.filter((day) => day.days.length > 0);
		const others = read.filter((day) => day.days.some((each) => each !== asked));
		const [first] = others;
		if (first === undefined) return [];
		const isCertain = others.length === read.length && others.every((day) => !day.days.includes(asked));
		const told = [...new Set(read.flatMap((day) => day.days))];
		const words = `Delivery was asked for ${asked}; order ${orderId} says ${isCertain ? first.days[0] : told.join(' and ')}`;
		const message = isCertain ? `${words}.` : `${words}. Which of them counts is not known.`;
		return [difference('date', isCertain ? 'certain' : 'possible', message, { seenIn: 'order', orderId, invoiceNumber: null }, { asked: { day: asked }, told: { day: isCertain ? first.days[0] : told.join(', ') } })];
	});
}

/** Days of delivery that could not be read, in plain words. */
export function unreadDays(orders: readonly ToldOrder[]): string[] {
	return orders.flatMap(({ orderId, days }) => days.flatMap(({ written, days: read }) => (read.length > 0 ? [] : [`Order ${orderId} shows a day of delivery in a form that could not be read, ${shown(written)}, so it was not compared`])));
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
	const { isPriced, base } = materialOf(lines, asked);
	const charged = sumOf(charges.map(({ amount }) => Math.abs(amount ?? 0)));
	const isMuch = charged > MOST_CHARGED * base;
	const more = isMuch ? ` Charges come to ${charged} where material of ${base} was ${isPriced ? 'asked' : 'told'}: somebody should look at it.` : ' It is no material.';
	return charges.map(({ line, charge, words, amount, place }) =>
		difference('charge', isMuch ? 'possible' : 'note', `Line ${line} of ${placeWords(place)} is ${charge === 'fee' || charge === 'discount' ? `a ${charge}` : charge} (${words})${amount === null ? '' : `: ${amount}`}.${more}`, place, { asked: null, told: { line, charge, words, amount } }),
	);
}

/** What the headers of invoices charge beside material, where that is much of it. Lines of freight and tax may be in it, and are told by themselves. */
export function headerChargeDifferences(invoices: readonly ToldInvoice[], lines: ToldLines, asked: readonly AskedLine[]): Difference[] {
	const { isPriced, base } = materialOf(lines.lines, asked);
	const charged = sumOf(invoices.map(besideMaterial));
	if (base === 0 || charged <= MOST_CHARGED * base) return [];
	const place = joinedPlace(invoices.filter((invoice) => besideMaterial(invoice) > 0).map((invoice) => invoice.place), 'invoice');
	const message = `The header of ${placeWords(place)} has ${charged} beside material where material of ${base} was ${isPriced ? 'asked' : 'told'}: somebody should look at it.`;
	return [difference('charge', 'possible', message, place, { asked: null, told: { charged } })];
}

/** Charges and tax of a header; where it does not show them, what its total has beyond its lines. */
function besideMaterial({ charges, tax, total, lines }: ToldInvoice): number {
	const named = Math.abs(charges ?? 0) + Math.abs(tax ?? 0);
	const amounts = lines.lines.map(({ amount }) => amount);
	if (total === null || lines.unreadable.length > 0 || amounts.includes(null) || !lines.isShown) return named;
	return Math.max(named, Math.abs(sumOf([total, ...amounts.map((amount) => -(amount ?? 0))])));
}

/** What the material comes to, as it was asked; where not every line was asked at a price, as it is told. */
function materialOf(lines: readonly ToldLine[], asked: readonly AskedLine[]): { isPriced: boolean; base: number } {
	const isPriced = asked.every(({ price }) => price !== undefined);
	return { isPriced, base: isPriced ? sumOf(asked.map(({ price, quantity }) => exactTotalOf(price!, quantity))) : sumOf(lines.map(({ amount }) => Math.abs(amount ?? 0))) };
}
