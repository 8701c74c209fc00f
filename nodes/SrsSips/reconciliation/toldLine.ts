import type { IDataObject } from 'n8n-workflow';

import { textOf } from '../../../engine/values';
import { lineTotalOf } from '../shared/price/price';
import { tolerantReader, type TolerantReader } from '../shared/tolerantReader';
import { chargeOf, type Charge } from './charges';
import type { Place } from './difference';

/** A line as SIPS tells it in an order or an invoice. Its fields are in no public copy: what is not shown is null. */
export interface ToldLine {
	/** As the line is numbered, else its place in the list, from 1. */
	line: string;
	/** Digits; zeros stand for none. */
	productId: string | null;
	itemCode: string | null;
	customerItem: string | null;
	productName: string | null;
	/** `''` where SIPS shows an empty one. */
	option: string | null;
	/** Below 0 where it is credited. */
	quantity: number;
	uom: string | null;
	/** Per `priceUom`. 0 is none: it means that the branch has to be called. */
	price: number | null;
	/** `uom` where the line names no other. */
	priceUom: string | null;
	isPriceUnitShown: boolean;
	/** How many of `uom` make one of `priceUom`, as price answers have it. */
	factor: number | null;
	/** What the line comes to, below 0 where it is credited. */
	amount: number | null;
	/** Whether `amount` is ours: price times quantity. */
	isAmountReckoned: boolean;
	place: Place;
}

/** What is no material: freight, tax, a fee. */
export interface ChargeLine {
	line: string;
	charge: Charge;
	words: string;
	amount: number | null;
	place: Place;
}

/** A line that could not be understood, with what it lacks. */
export interface UnreadableLine {
	line: string;
	lacks: string;
	place: Place;
}

/** Objects inside a line that may hold its fields. */
const FRAMES = ['product', 'item'];

/** Names under which the fields of a line may stand: those of Submit, Price and Pricing, and words beside them. All are inferred. */
const NAMES = {
	line: ['linenumber', 'lineno', 'line', 'sequence'],
	productId: ['productid'],
	itemCode: ['itemcode', 'itemnumber', 'productcode', 'requesteditemcode'],
	customerItem: ['customeritem', 'customeritemcode'],
	productName: ['productname', 'itemdescription', 'productdescription', 'description'],
	option: ['option', 'selectedoption', 'productoption', 'productoptions', 'requestedoption', 'colorname', 'color'],
	uom: ['uom', 'unitofmeasure', 'requesteduom', 'orderuom', 'quantityuom'],
	price: ['price', 'unitprice', 'netprice'],
	priceUom: ['priceuom', 'pricinguom'],
	factor: ['uomconversionfactor', 'conversionfactor'],
	amount: ['extendedprice', 'extendedamount', 'linetotal', 'lineamount', 'extension', 'amount'],
} as const;

/** Of an order what was ordered counts, of an invoice what was invoiced or shipped, where a line names several. */
const QUANTITIES = {
	order: ['quantityordered', 'orderedquantity', 'orderquantity', 'qtyordered', 'quantity', 'qty'],
	invoice: ['quantityinvoiced', 'invoicedquantity', 'invoicequantity', 'qtyinvoiced', 'quantityshipped', 'shippedquantity', 'shipquantity', 'qtyshipped', 'quantity', 'qty'],
} as const;

/** Reads a line as far as its fields bear a known name. @param at its place in the list, from 1 */
export function readToldLine(row: IDataObject, at: number, place: Place): ToldLine | ChargeLine | UnreadableLine {
	const reader = tolerantReader(row, FRAMES);
	const line = reader.text(NAMES.line) ?? String(at);
	const id = (names: readonly string[]) => reader.texts(names)[0] ?? null;
	const productName = reader.text(NAMES.productName);
	// A code in the place of the number is an item code.
	const given = id(NAMES.productId);
	const productId = given !== null && /^\d+$/.test(given) ? given : null;
	const itemCode = id(NAMES.itemCode) ?? (productId === null ? given : null);
	const quantity = reader.number(QUANTITIES[place.seenIn]);
	const price = reader.number(NAMES.price);
	const shownAmount = reader.number(NAMES.amount);
	const uom = reader.text(NAMES.uom);
	const shownPriceUom = reader.text(NAMES.priceUom);
	const priceUom = shownPriceUom ?? uom;
	// A price for another unit makes no amount.
	const isPerUnit = price !== null && quantity !== null && (uom ?? '').toUpperCase() === (priceUom ?? '').toUpperCase();
	const amount = shownAmount ?? (isPerUnit ? signed(lineTotalOf(Math.abs(price), Math.abs(quantity)), price, quantity) : null);
	const charge = chargeOf([productName, itemCode]);
	if (charge !== undefined) return { line, charge, words: productName ?? itemCode ?? '', amount, place };
	const lacks = [
		...([productId, itemCode, productName].every((name) => name === null) ? ['a product'] : []),
		...(quantity === null ? ['a quantity'] : []),
	];
	if (quantity === null || lacks.length > 0) return { line, lacks: `it has no field that could be recognised as ${lacks.join(' or ')}`, place };
	return {
		line,
		productId,
		itemCode,
		customerItem: id(NAMES.customerItem),
		productName,
		option: optionOf(reader),
		// What is given back may be written with its price or amount below 0, too.
		quantity: (amount ?? 0) < 0 || (price ?? 0) < 0 ? -Math.abs(quantity) : quantity,
		uom,
		price: price === null || price === 0 ? null : Math.abs(price),
		priceUom,
		isPriceUnitShown: shownPriceUom !== null,
		factor: reader.number(NAMES.factor),
		amount,
		isAmountReckoned: shownAmount === null,
		place,
	};
}

function signed(amount: number, ...factors: number[]): number {
	return factors.filter((factor) => factor < 0).length % 2 === 1 ? -amount : amount;
}

/** The option of a line; in price answers it is a list of one. */
function optionOf({ parts }: TolerantReader): string | null {
	for (const part of parts) {
		for (const name of NAMES.option) {
			const value = Array.isArray(part[name]) ? (part[name] as unknown[])[0] : part[name];
			if (value === '') return '';
			const text = textOf(value)?.trim();
			if (text !== undefined) return text;
		}
	}
	return null;
}

/** What of a told line comes out. */
export function shownTold({ line, productId, itemCode, productName, option, quantity, uom, price, priceUom, amount }: ToldLine): IDataObject {
	const id = productId !== null && /^\d{1,15}$/.test(productId) ? Number(productId) : productId;
	return { line, productId: id, itemCode, productName, option, quantity, uom, price, priceUom, amount };
}

/** A told line as a person names it, such as `Ridge Vent, Black`. */
export function toldLabel({ productId, itemCode, productName, option }: ToldLine): string {
	const name = productName ?? (productId === null ? (itemCode ?? 'something') : `product ${productId}`);
	return option === null || option === '' || option.toUpperCase() === 'N/A' ? name : `${name}, ${option}`;
}
