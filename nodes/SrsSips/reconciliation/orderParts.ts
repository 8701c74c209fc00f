import type { IDataObject } from 'n8n-workflow';

import { orFailure, isFailure } from '../../../engine/failure';
import type { Ask } from '../../../engine/operation/reads';
import { isSameCode, orderIdKey } from '../shared/codes';
import { mayBeOfCustomer } from '../shared/customerMatch';
import { isAssignedId } from '../shared/placeholders';
import { tolerantReader } from '../shared/tolerantReader';
import { searchLabel, searchOrders, type FoundOrder, type OrderSearch } from '../order/orderSearch';
import { isOrderNumber } from '../order/orderNumber';

/** An order, and what stands beside it under its PO number. */
export interface OrderParts {
	/** The order that is meant, and the orders in which it goes on; the first one first. Empty where SIPS lists none, or where several may be meant. */
	parts: FoundOrder[];
	/** Orders of which nothing shows whether they are a part of it. */
	unlinked: FoundOrder[];
	/** All rows of the list, of whomever: it may have several of one order. */
	listed: FoundOrder[];
	/** Why other orders may be parts of it that could not be looked for. */
	unsure: string | undefined;
	/** What a person should know of the search, in plain words. */
	notes: string[];
	/** Why no order could be chosen, where several are listed. */
	undecided: string | undefined;
}

/** Which orders count as parts of one. */
export type PartsRule = 'linked' | 'samePoNumber';

/**
 * Finds the order, and the orders in which it goes on. SIPS may give an order a new number where it is split or entered again
 * (a client read that from events). What shows it in a list is not documented: the same transaction ID, or a field that names the first
 * order's number; both are inferred.
 *
 * @throws Failure where the list cannot be read, or it is not certain what it holds
 */
export async function findParts(search: OrderSearch, rule: PartsRule, ask: Ask): Promise<OrderParts> {
	// Those of other customers are told, not passed over in silence.
	const rows = await searchOrders({ ...search, customerCode: '' }, ask);
	const found = distinct(rows);
	const others = await siblings(search, found, ask);
	const all = distinct([...found, ...others.orders]);
	const isMine = ({ row }: FoundOrder) => mayBeOfCustomer(row, search.customerCode);
	const listed = [...rows, ...others.orders];
	const { unsure } = others;
	const notes = [...all.filter((order) => !isMine(order)).map((order) => `${label(order)} is of another customer (${order.row.customerCode ?? order.row.customerNumbers.join(', ')}) and was not compared`)];
	const mine = all.filter(isMine);
	const meant = mine.filter((order) => found.includes(order));
	if (meant.length === 0) return { parts: [], unlinked: [], listed, unsure, notes, undecided: undefined };
	if (rule === 'samePoNumber') return { parts: inOrder(mine), unlinked: [], listed, unsure, notes, undecided: undefined };
	const parts = inOrder(linkedTo(meant[0]!, mine));
	const rest = meant.filter((order) => !parts.includes(order));
	if (rest.length > 0) {
		const undecided = `${meant.length} orders stand under ${searchLabel(search)}: ${meant.map(({ row }) => row.orderId ?? '(no number)').join(', ')}. Nothing in the list shows which of them is meant, or that they are one`;
		return { parts: [], unlinked: meant, listed, unsure, notes, undecided };
	}
	const unknown = mine.filter((order) => !parts.includes(order) && !isSurelyOther(order, parts));
	const other = mine.filter((order) => !parts.includes(order) && !unknown.includes(order));
	return { parts, unlinked: unknown, listed, unsure, notes: [...notes, ...other.map((order) => `${label(order)} stands under the same PO number and is another order`)], undecided: undefined };
}

/** Other orders under the PO number of what was found by another number. */
async function siblings({ by }: OrderSearch, found: readonly FoundOrder[], ask: Ask): Promise<{ orders: FoundOrder[]; unsure: string | undefined }> {
	const poNumber = found[0]?.row.poNumber;
	if (by === 'poNumber' || found.length === 0) return { orders: [], unsure: undefined };
	if (!poNumber) return { orders: [], unsure: 'The list does not show the PO number of the order, so other parts of it could not be looked for' };
	const orders = await orFailure(searchOrders({ by: 'poNumber', value: poNumber, customerCode: '', fromDate: undefined }, ask));
	return isFailure(orders) ? { orders: [], unsure: `Whether other orders stand under its PO number could not be read: ${orders.message}` } : { orders, unsure: undefined };
}

/** All orders that are linked with one, also through others. */
function linkedTo(first: FoundOrder, all: readonly FoundOrder[]): FoundOrder[] {
	const linked = new Set([first]);
	// A set that grows while it is walked through.
	for (const order of linked) for (const other of all) if (isLinked(order, other)) linked.add(other);
	return all.filter((order) => linked.has(order));
}

function isLinked(one: FoundOrder, other: FoundOrder): boolean {
	const ids = [one, other].map(({ row }) => row.transactionId);
	if (ids[0] !== null && isSameCode(ids[0], ids[1] ?? '')) return true;
	return names(one, other) || names(other, one);
}

/** Two transaction IDs that differ are those of two orders. */
function isSurelyOther({ row }: FoundOrder, parts: readonly FoundOrder[]): boolean {
	return row.transactionId !== null && parts.every((part) => part.row.transactionId !== null);
}

/** Fields that may name the number under which an order began. The first is that of events (web-hooks-1597567m0); all are inferred here. */
const EARLIER_NUMBER = ['subscriberreferencenum2', 'originalordernumber', 'originalorderid', 'parentordernumber', 'parentorderid'];

function names({ answer }: FoundOrder, { row }: FoundOrder): boolean {
	const earlier = tolerantReader(answer as IDataObject, ['orderheader', 'order']).texts(EARLIER_NUMBER).filter(isAssignedId);
	return row.orderId !== null && earlier.some((number) => orderIdKey(number) === orderIdKey(row.orderId ?? ''));
}

/** The order under which it began first: the one that others name, else the lowest number. */
function inOrder(parts: readonly FoundOrder[]): FoundOrder[] {
	const place = (part: FoundOrder) => `${parts.some((other) => names(other, part)) ? 0 : 1} ${orderIdKey(part.row.orderId ?? '').padStart(LONGEST_NUMBER, '0')}`;
	return [...parts].sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

/** Digits of an order number at most, with room to spare: real ones have eight. */
const LONGEST_NUMBER = 40;

/** One of each order: a list may have a row for each shipment. Rows without a number are all told apart. */
function distinct(orders: readonly FoundOrder[]): FoundOrder[] {
	const seen = new Set<string>();
	return orders.filter(({ row }) => {
		if (row.orderId === null) return true;
		const key = orderIdKey(row.orderId);
		return !seen.has(key) && seen.add(key) !== undefined;
	});
}

function label({ row }: FoundOrder): string {
	return isOrderNumber(row.orderId) ? `Order ${row.orderId}` : 'An order without a number';
}
