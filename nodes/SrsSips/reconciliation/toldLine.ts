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
	/** `''` where SIPS shows an empty one; of several the first. */
	option: string | null;
	/** All options that it names, where they are several: then it is not known which of them counts. */
	options: string[];
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
	/** What in the line itself leaves it open whether it counts as it stands. */
	doubts: LineDoubt[];
	place: Place;
}

/** Why a line may not count as it stands, in words that follow its name. */
export interface LineDoubt {
	kind: 'quantity' | 'status';
	words: string;
}

/** What is no material: freight, tax, a fee. */
export interface ChargeLine {
	line: string;
	charge: Charge;
	words: string;
	amount: number | null;
	/** The same as material, where it can be understood as that: it may have been asked for. */
	asLine: ToldLine | undefined;
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

const INVOICED = ['quantityinvoiced', 'invoicedquantity', 'invoicequantity', 'qtyinvoiced'];
const SHIPPED = ['quantityshipped', 'shippedquantity', 'shipquantity', 'qtyshipped'];

/** Of an order what was ordered counts, of an invoice what was invoiced or shipped, where a line names several. */
const QUANTITIES = {
	order: ['quantityordered', 'orderedquantity', 'orderquantity', 'qtyordered', 'quantity', 'qty'],
	invoice: [...INVOICED, ...SHIPPED, 'quantity', 'qty'],
} as const;

/** Names under which a line may say what became of it, all inferred, and the words that say that nothing does. */
const STATUS = ['linestatus', 'lineitemstatus', 'orderlinestatus', 'itemstatus', 'status', 'statusdescription'];
const OVER = /cancel|void|reject|delet|discontinu/i;

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
	const options = optionsOf(reader);
	const lacks = [
		...([productId, itemCode, productName].every((name) => name === null) ? ['a product'] : []),
		...(quantity === null ? ['a quantity'] : []),
	];
	const shown = { line, words: productName ?? itemCode ?? '', amount, place };
	if (quantity === null || lacks.length > 0) {
		if (charge !== undefined) return { ...shown, charge, asLine: undefined };
		return { line, lacks: `it has no field that could be recognised as ${lacks.join(' or ')}`, place };
	}
	const asLine: ToldLine = {
		line,
		productId,
		itemCode,
		customerItem: id(NAMES.customerItem),
		productName,
		option: options[0] ?? null,
		options: options.length > 1 ? options : [],
		// What is given back may be written with its price or amount below 0, too.
		quantity: (amount ?? 0) < 0 || (price ?? 0) < 0 ? -Math.abs(quantity) : quantity,
		uom,
		price: price === null || price === 0 ? null : Math.abs(price),
		priceUom,
		isPriceUnitShown: shownPriceUom !== null,
		factor: reader.number(NAMES.factor),
		amount,
		isAmountReckoned: shownAmount === null,
		doubts: doubtsOf(reader, place),
		place,
	};
	return charge === undefined ? asLine : { ...shown, charge, asLine };
}

function signed(amount: number, ...factors: number[]): number {
	return factors.filter((factor) => factor < 0).length % 2 === 1 ? -amount : amount;
}

function doubtsOf({ number, texts }: TolerantReader, { seenIn }: Place): LineDoubt[] {
	const [invoiced, shipped] = [number(INVOICED), number(SHIPPED)];
	const isOtherwise = seenIn === 'invoice' && invoiced !== null && shipped !== null && invoiced !== shipped;
	const over = texts(STATUS).find((status) => OVER.test(status));
	return [
		...(isOtherwise ? [{ kind: 'quantity' as const, words: `says ${invoiced} invoiced and ${shipped} shipped. Which of them counts is not known` }] : []),
		...(over === undefined ? [] : [{ kind: 'status' as const, words: `has the status "${over}": it may be that nothing comes of it` }]),
	];
}

/** The options of a line: one as a rule, which is a list of one in price answers. */
function optionsOf({ parts }: TolerantReader): string[] {
	for (const part of parts) {
		for (const name of NAMES.option) {
			const value = part[name];
			if (value === '') return [''];
			const texts = (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((each) => (each === '' && Array.isArray(value) && value.length === 1 ? '' : (textOf(each)?.trim() ?? [])));
			if (texts.length > 0) return [...new Set(texts)];
		}
	}
	return [];
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
