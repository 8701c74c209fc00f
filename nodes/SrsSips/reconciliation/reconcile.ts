import type { IDataObject } from 'n8n-workflow';

import type { Ask } from '../../../engine/operation/reads';
import { isOrderNumber } from '../order/orderNumber';
import { searchLabel, type FoundOrder, type OrderSearch } from '../order/orderSearch';
import { listedInvoiceKey } from '../polling/listedRows';
import { SIPS } from '../shared/sips';
import type { AskedLine } from './askedLines';
import { compareLines, type Side } from './compareLines';
import { totalFindings } from './compareTotals';
import { readConversions } from './conversions';
import { joinedPlace, type Difference } from './difference';
import { findParts, type OrderParts, type PartsRule } from './orderParts';
import { chargeDifferences, creditDifferences, dayDifferences, headerChargeDifferences, splitDifference, unreadDays } from './otherDifferences';
import { halfOver, isSettled, overDifference, partState, type PartState } from './partState';
import { readInvoices, type ToldInvoices } from './readInvoices';
import { readOrder, type ToldOrder } from './readOrder';
import { summaryItem, type Findings } from './summary';
import { withAskedCharges, type ToldLines } from './toldLines';
import { withProducts } from './toldProducts';

/** What is compared with what, as plain, checked data. */
export interface Reconciliation extends OrderSearch {
	lines: AskedLine[];
	/** Day for which delivery was asked, where it is told. */
	deliveryDay: string | undefined;
	tolerancePercent: number;
	partsRule: PartsRule;
	comparesInvoices: boolean;
	/** Path of Order Details, with `{orderId}` for the number. */
	orderPath: string;
	/** IANA name. */
	timezone: string;
}

/**
 * Compares what was asked with what SIPS lists and charges. One item for each difference, and a summary as the last one.
 *
 * @throws Failure where Order List says nothing certain, and where SIPS is down or does not let us in
 */
export async function reconciled(asked: Reconciliation, ask: Ask): Promise<IDataObject[]> {
	const parts = await findParts(asked, asked.partsRule, ask);
	const findings = parts.parts.length === 0 ? noOrder(asked, parts) : await compared(asked, parts, ask);
	// Items of several orders in one run are told apart by it.
	return [...findings.differences, summaryItem(findings)].map((item) => ({ poNumber: findings.poNumber, ...item }));
}

/** The PO number of the order: as SIPS lists it, as Order Details shows it, or as it was asked. */
function poNumberOf({ by, value }: OrderSearch, listed: readonly FoundOrder[], orders: readonly ToldOrder[] = []): string | null {
	const told = [...listed.map(({ row }) => row), ...orders].find(({ poNumber }) => poNumber !== null);
	return told?.poNumber ?? (by === 'poNumber' ? value : null);
}

/** Where there is no order to compare with. */
function noOrder(asked: Reconciliation, { unlinked, undecided, notes }: OrderParts): Findings {
	const why = undecided
		? `${undecided}. Find it by Order ID, or set Orders Under One PO Number`
		: `${SIPS} lists no order with ${searchLabel(asked)}${asked.customerCode === '' ? '' : ` of customer ${asked.customerCode}`}: queued, dropped, or never placed`;
	const none = { isThere: false, isRead: true, hasLines: false, isUndecided: undecided !== undefined };
	const orderIds = unlinked.flatMap(({ row }) => row.orderId ?? []);
	const poNumber = poNumberOf(asked, unlinked);
	return { differences: [], order: none, invoices: asked.comparesInvoices ? none : undefined, poNumber, orderIds, told: [], notSeen: [why], notes };
}

async function compared(asked: Reconciliation, { parts, unlinked, listed, unsure, notes }: OrderParts, ask: Ask): Promise<Findings> {
	const states = parts.map((part) => partState(part, listed));
	const over = states.filter(({ isOver }) => isOver);
	const alive = states.filter(({ isOver }) => !isOver).map(({ part }) => part);
	const numbered = alive.filter(({ row }) => isOrderNumber(row.orderId));
	const [orders, invoices] = await Promise.all([
		Promise.all(numbered.map(async ({ row }) => await readOrder(row.orderId!, asked, ask))),
		asked.comparesInvoices ? joinedInvoices(parts, asked, ask) : undefined,
	]);
	const branchCode = parts.map(({ row }) => row.branchCode).find((code) => code !== null) ?? null;
	const named = async (told: ToldLines) => {
		const lines = withAskedCharges(told, asked.lines);
		return { ...lines, lines: await withProducts(lines.lines, asked.lines, branchCode, ask) };
	};
	const orderLines = await named(joinedLines(orders.map(({ lines }) => lines)));
	const invoiceLines = await named(joinedLines((invoices?.invoices ?? []).map(({ lines }) => lines)));
	const conversions = await readConversions(asked.lines, [...orderLines.lines, ...invoiceLines.lines], ask);
	const rules = { conversions, tolerancePercent: asked.tolerancePercent };
	const totals = (invoices?.invoices ?? []).map((invoice) => totalFindings(invoice, asked.lines, rules));
	const elsewhere = mayBeElsewhere(alive, unlinked, unsure);
	const orderSide = sideOfOrder(orderLines, numbered, orders, elsewhere);
	const invoiceSide = sideOfInvoices(invoiceLines, states.filter((state) => !isSettled(state, orders)), invoices, elsewhere);
	const differences: Difference[] = [
		...splitDifference(alive, asked.partsRule),
		...(alive.length === 0 ? over.map(overDifference) : []),
		...states.flatMap((state) => halfOver(state, orders)),
		// Prices are judged where money is asked for: in the invoices. What the order shows of them counts where it is certain.
		...(orderLines.isShown ? compareLines(asked.lines, orderSide, { ...rules, needsPrices: false }) : []),
		...dayDifferences(asked.deliveryDay, orders),
		...chargeDifferences(orderLines, asked.lines),
		...(invoiceLines.isShown ? compareLines(asked.lines, invoiceSide, { ...rules, needsPrices: true }) : []),
		...(invoices?.invoices ?? []).flatMap(creditDifferences),
		...totals.flatMap((each) => each.differences),
		...chargeDifferences(invoiceLines, asked.lines),
		...headerChargeDifferences(invoices?.invoices ?? [], invoiceLines, asked.lines),
	];
	return {
		differences,
		order: { isThere: numbered.length > 0 && numbered.length === alive.length, isRead: orders.every(({ notRead }) => notRead === undefined), hasLines: orders.every(({ lines }) => lines.isShown) },
		invoices: invoices && { isThere: invoices.invoices.length > 0, isRead: invoices.notRead.length === 0, hasLines: invoices.invoices.every(({ lines }) => lines.isShown) },
		poNumber: poNumberOf(asked, parts, orders),
		orderIds: parts.flatMap(({ row }) => row.orderId ?? []),
		told: invoices?.invoices ?? [],
		notSeen: [
			...alive.filter((part) => !numbered.includes(part)).map(() => `${SIPS} lists the order without a sales order number: it is still queued`),
			...orders.flatMap(({ orderId, notRead, lines }) => notRead ?? (lines.isShown ? [] : [`Order Details of order ${orderId} shows no lines that could be recognised`])),
			...(invoices?.notRead ?? []),
			...(invoices?.invoices ?? []).flatMap(({ invoiceNumber, lines }) => (lines.isShown ? [] : [`Invoice ${invoiceNumber} shows no lines that could be recognised`])),
			...(unsure === undefined || isForWantOfPoNumber(parts) ? [] : [unsure]),
			...(asked.deliveryDay === undefined ? [] : unreadDays(orders)),
			...unlinked.map(({ row }) => `Order ${row.orderId ?? '(no number)'} stands under the same PO number. Nothing shows whether it is a part of this one`),
		],
		notes: [
			...notes,
			...(unsure !== undefined && isForWantOfPoNumber(parts) ? [unsure] : []),
			...(invoices?.notes ?? []),
			...totals.flatMap((each) => each.notes),
			...(alive.length === 0 ? [] : over.map(({ part, words }) => `Order ${part.row.orderId ?? ''} is listed as "${words.join(', ')}" and was not compared`)),
			...(asked.lines.some(({ price }) => price === undefined) ? [`Prices were not compared of lines for which none was asked: ${asked.lines.filter(({ price }) => price === undefined).map(({ line }) => line).join(', ')}`] : []),
			...(asked.deliveryDay !== undefined && orders.every(({ days }) => days.length === 0) ? ['No day of delivery is shown, so it was not compared'] : []),
		],
	};
}

async function joinedInvoices(parts: readonly FoundOrder[], { customerCode }: Reconciliation, ask: Ask): Promise<ToldInvoices> {
	const numbered = parts.filter(({ row }) => isOrderNumber(row.orderId));
	const orderIds = numbered.map(({ row }) => row.orderId!);
	const all = await Promise.all(numbered.map(async ({ row }) => await readInvoices({ orderId: row.orderId!, poNumber: row.poNumber, orderIds, customerCode }, ask)));
	// One that is listed for several parts is one all the same.
	const invoices = new Map(all.flatMap(({ invoices: some }) => some).reverse().map((invoice) => [listedInvoiceKey(invoice.invoiceNumber), invoice]));
	return { invoices: [...invoices.values()].sort((one, other) => (one.invoiceNumber < other.invoiceNumber ? -1 : 1)), notRead: [...new Set(all.flatMap(({ notRead }) => notRead))], notes: all.flatMap(({ notes }) => notes) };
}

function joinedLines(all: readonly ToldLines[]): ToldLines {
	return {
		isShown: all.some(({ isShown }) => isShown),
		lines: all.flatMap(({ lines }) => lines),
		charges: all.flatMap(({ charges }) => charges),
		unreadable: all.flatMap(({ unreadable }) => unreadable),
	};
}

function sideOfOrder(told: ToldLines, numbered: readonly FoundOrder[], orders: readonly ToldOrder[], elsewhere: string | undefined): Side {
	const place = joinedPlace(numbered.map(({ row }) => ({ seenIn: 'order', orderId: row.orderId, invoiceNumber: null })), 'order');
	const isAllSeen = orders.every(({ notRead, lines }) => notRead === undefined && lines.isShown);
	return { told, place, mayFollow: elsewhere ?? (isAllSeen ? undefined : 'not all parts of the order show their lines') };
}

/** @param open parts of which more invoices may come */
function sideOfInvoices(told: ToldLines, open: readonly PartState[], invoices: ToldInvoices | undefined, elsewhere: string | undefined): Side {
	const list = invoices?.invoices ?? [];
	const isAllSeen = invoices?.notRead.length === 0 && list.every(({ lines }) => lines.isShown);
	const waiting = open.length === 0 ? undefined : `more invoices may come (the order is listed as ${open.map(({ words }) => `"${words.join(', ') || 'nothing'}"`).join(', ')})`;
	return { told, place: joinedPlace(list.map(({ place }) => place), 'invoice'), mayFollow: elsewhere ?? (isAllSeen ? waiting : 'not all invoices show their lines') };
}

/** Where else a line may stand that is not in the orders that could be read. */
function mayBeElsewhere(alive: readonly FoundOrder[], unlinked: readonly FoundOrder[], unsure: string | undefined): string | undefined {
	if (alive.some(({ row }) => !isOrderNumber(row.orderId))) return 'a part of the order is still queued';
	return unlinked.length === 0 ? unsure && `${unsure.charAt(0).toLowerCase()}${unsure.slice(1)}` : `it may be in order ${unlinked.map(({ row }) => row.orderId ?? '(no number)').join(', ')}, which stands under the same PO number`;
}

/** Whether no other parts were looked for at all: then a line that is not there may be in one, and what is there is what was asked all the same. */
function isForWantOfPoNumber([first]: readonly FoundOrder[]): boolean {
	return !first?.row.poNumber;
}
