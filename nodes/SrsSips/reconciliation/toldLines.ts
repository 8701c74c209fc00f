import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../engine/values';
import { tolerantReader } from '../shared/tolerantReader';
import type { AskedLine } from './askedLines';
import type { Place } from './difference';
import { isOfProduct } from './identity';
import { readToldLine, type ChargeLine, type ToldLine, type UnreadableLine } from './toldLine';

/** All that the lines of an order or an invoice say. */
export interface ToldLines {
	/** Whether SIPS shows lines at all. */
	isShown: boolean;
	lines: ToldLine[];
	charges: ChargeLine[];
	/** Lines that could not be understood, with what they lack. */
	unreadable: UnreadableLine[];
}

/** Objects inside an answer that may hold its lines. */
const FRAMES = ['orderheader', 'order', 'invoiceheader', 'invoice', 'data'];

/** Names under which lines may stand, in small letters. `orderLineItemDetails` is that of Submit (submit-order-v2-21007252e0); all are inferred here. */
const LISTS = [
	'orderlineitemdetails', 'orderlines', 'orderlineitems', 'orderdetails', 'orderitems',
	'invoicelines', 'invoicelineitemdetails', 'invoicelineitems', 'invoicedetails', 'invoiceitems',
	'lineitems', 'lines', 'lineitemdetails', 'details', 'items',
];

/** Reads the lines of Order Details or Invoice Details, as far as they bear a known name. */
export function readToldLines(body: IDataObject, place: Place): ToldLines {
	const told: ToldLines = { isShown: false, lines: [], charges: [], unreadable: [] };
	const [first, ...further] = listsIn(body, place);
	for (const [at, row] of (first?.rows ?? []).entries()) {
		told.isShown = true;
		const read = isObject(row) ? readToldLine(row, at + 1, place) : { line: String(at + 1), lacks: 'it is no object', place };
		if ('charge' in read) told.charges.push(read);
		else if ('lacks' in read) told.unreadable.push(read);
		else told.lines.push(read);
	}
	// Whether they are further lines, or the same ones in other words, is not known.
	for (const { name, rows } of further) told.unreadable.push({ line: `${rows.length === 1 ? '1' : `1 to ${rows.length}`} of a second list (${name})`, lacks: 'nothing shows whether it repeats the lines of the first list or adds to them', place });
	return told;
}

/** The same, with what looks like freight or a fee among the lines where it was asked for as one: a rooftop delivery may be a product. */
export function withAskedCharges(told: ToldLines, asked: readonly AskedLine[]): ToldLines {
	const isAsked = ({ asLine }: ChargeLine) => asLine !== undefined && asked.some((each) => isOfProduct(asLine, each) === 'yes');
	return { ...told, lines: [...told.lines, ...told.charges.flatMap((charge) => (isAsked(charge) ? charge.asLine! : []))], charges: told.charges.filter((charge) => !isAsked(charge)) };
}

/** All different lists that have entries, by the order of the names; and others beside them whose entries can be read as lines. */
function listsIn(body: IDataObject, place: Place): Array<{ name: string; rows: unknown[] }> {
	const { parts } = tolerantReader(body, FRAMES);
	const lists = LISTS.flatMap((name) => parts.flatMap((part) => (Array.isArray(part[name]) && part[name].length > 0 ? { name, rows: part[name] as unknown[], text: JSON.stringify(part[name]) } : [])));
	const isLine = (row: unknown) => isObject(row) && 'quantity' in readToldLine(row, 1, place);
	const others = parts.flatMap((part) =>
		Object.entries(part).flatMap(([name, rows]) => (!LISTS.includes(name) && Array.isArray(rows) && rows.some(isLine) ? { name, rows: rows as unknown[], text: JSON.stringify(rows) } : [])),
	);
	const all = lists.length === 0 ? [] : [...lists, ...others];
	return all.filter(({ text }, at) => all.findIndex((other) => other.text === text) === at);
}
