import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../engine/values';
import { tolerantReader } from '../shared/tolerantReader';
import type { Place } from './difference';
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
	for (const [at, row] of linesIn(body).entries()) {
		told.isShown = true;
		const read = isObject(row) ? readToldLine(row, at + 1, place) : { line: String(at + 1), lacks: 'it is no object', place };
		if ('charge' in read) told.charges.push(read);
		else if ('lacks' in read) told.unreadable.push(read);
		else told.lines.push(read);
	}
	return told;
}

/** The first list that has entries, by the order of the names. */
function linesIn(body: IDataObject): unknown[] {
	const { parts } = tolerantReader(body, FRAMES);
	for (const name of LISTS) {
		for (const part of parts) {
			const list = part[name];
			if (Array.isArray(list) && list.length > 0) return list as unknown[];
		}
	}
	return [];
}
