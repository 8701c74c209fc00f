import type { IDataObject } from 'n8n-workflow';

import { textOf } from '../../../engine/values';
import { lineTotalOf } from '../shared/price/price';
import { tolerantReader, type TolerantReader } from '../shared/tolerantReader';
import { isAssignedId } from '../shared/placeholders';
import { orderIdKey } from '../shared/codes';
import { chargeOf, type Charge } from './charges';
import type { Place } from './difference';
import { optionKey } from './optionWords';

/** A line as SIPS tells it in an order or an invoice. Its fields are in no public copy: what is not shown is null. */
export interface ToldLine {
	/** As the line is numbered, else its place in the list, from 1. */
	line: string;
	/** Digits; zeros stand for none. */
	productId: string | null;
	itemCode: string | null;
	/** Whether that stands under its own name, and not in a field that may hold a number of another kind. */
	isItemCodeSure: boolean;
	customerItem: string | null;
	productName: string | null;
	/** `''` where SIPS shows an empty one; of several the first. */
	option: string | null;
	/** All options that it names, where they are several: then it is not known which of them counts. */
	options: string[];
	/** Below 0 where it is credited. */
	quantity: number;
	/** Several that differ stand as `BD or SQ`: that is no unit. */
	uom: string | null;
	/** Per `priceUom`. 0 is none: it means that the branch has to be called. */
	price: number | null;
	/** All different prices that it names, the first one first. Which of them counts is not documented. */
	prices: number[];
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
	option: ['option', 'selectedoption', 'productoption', 'colorname', 'color'],
	/** May be all that the product has, or what was asked: they count where nothing else is shown. */
	options: ['productoptions'],
	requestedOption: ['requestedoption'],
	uom: ['uom', 'unitofmeasure', 'requesteduom', 'orderuom', 'quantityuom'],
	price: ['price', 'unitprice', 'netprice'],
	priceUom: ['priceuom', 'pricinguom'],
	factor: ['uomconversionfactor', 'conversionfactor'],
	orderId: ['ordernumber', 'orderid'],
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
const OVER = { order: /cancel|void|reject|delet|discontinu/i, invoice: /cancel|void|reject|delet|discontinu|back.?order/i } as const;

/** What is still to come, all inferred. */
const WAITING = ['quantitybackordered', 'backorderedquantity', 'backorderquantity', 'qtybackordered', 'backordered'];

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
	const prices = pricesOf(reader);
	const price = prices[0] ?? null;
	const shownAmount = reader.number(NAMES.amount);
	const uom = unitOf(reader);
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
	const other = reader.texts(NAMES.orderId).find((number) => isAssignedId(number) && /^\d+$/.test(number));
	if (other !== undefined && place.orderId !== null && orderIdKey(other) !== orderIdKey(place.orderId)) return { line, lacks: `it names another order, ${other}`, place };
	const shown = { line, words: productName ?? itemCode ?? '', amount, place };
	if (quantity === null || lacks.length > 0) {
		if (charge !== undefined) return { ...shown, charge, asLine: undefined };
		return { line, lacks: `it has no field that could be recognised as ${lacks.join(' or ')}`, place };
	}
	const asLine: ToldLine = {
		line,
		productId,
		itemCode,
		isItemCodeSure: reader.text(['itemcode']) !== null,
		customerItem: id(NAMES.customerItem),
		productName,
		option: options[0] ?? null,
		options: options.length > 1 ? options : [],
		// What is given back may be written with its price or amount below 0, too.
		quantity: (amount ?? 0) < 0 || (price ?? 0) < 0 ? -Math.abs(quantity) : quantity,
		uom,
		price: price === null ? null : Math.abs(price),
		prices: [...new Set(prices.map(Math.abs))],
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
	const over = texts(STATUS).find((status) => OVER[seenIn].test(status));
	const waiting = seenIn === 'invoice' && invoiced === null && shipped === null ? (number(WAITING) ?? 0) : 0;
	return [
		...(isOtherwise ? [{ kind: 'quantity' as const, words: `says ${invoiced} invoiced and ${shipped} shipped. Which of them counts is not known` }] : []),
		...(waiting > 0 ? [{ kind: 'quantity' as const, words: `says ${waiting} backordered. Whether they are in its quantity is not known` }] : []),
		...(over === undefined ? [] : [{ kind: 'status' as const, words: `has the status "${over}": it may be that nothing comes of it` }]),
	];
}

/** Prices other than 0, which stands for none. */
function pricesOf({ number }: TolerantReader): number[] {
	return [...new Set(NAMES.price.flatMap((name) => number([name]) || []))];
}

/** The unit, in whichever of its fields it stands. */
function unitOf({ texts }: TolerantReader): string | null {
	const units = new Map(texts(NAMES.uom).map((unit) => [unit.toUpperCase(), unit]));
	return units.size === 0 ? null : [...units.values()].join(' or ');
}

/** The options of a line: one as a rule, in one spelling or several; in price answers it is a list of one. */
function optionsOf({ parts }: TolerantReader): string[] {
	for (const names of [NAMES.option, NAMES.options, NAMES.requestedOption] as ReadonlyArray<readonly string[]>) {
		const texts = parts.flatMap((part) => names.flatMap((name) => optionTexts(part[name])));
		const shown = texts.some((text) => text !== '') ? texts.filter((text) => text !== '') : texts;
		const keys = shown.map(optionKey);
		if (shown.length > 0) return shown.filter((_text, at) => keys.indexOf(keys[at]!) === at);
	}
	return [];
}

function optionTexts(value: unknown): string[] {
	if (value === '') return [''];
	const isOnly = Array.isArray(value) && value.length === 1;
	return (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((each) => (each === '' && isOnly ? '' : (textOf(each)?.trim() ?? [])));
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
