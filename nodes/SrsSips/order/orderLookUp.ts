import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import type { Candidate } from '../../../engine/operation/candidate';
import type { PartnerAnswer, PartnerRequest } from '../../../engine/http/request';
import { textOf, withoutGaps } from '../../../engine/values';
import { listAnswer } from '../shared/answers';
import { codeKey, isSameCode } from '../shared/codes';
import { customerMatch } from '../shared/customerMatch';
import type { OrderListRequest } from '../shared/contract';
import { plausibleDay } from '../shared/placeholders';
import { SIPS } from '../shared/sips';
import { idOf, isOrderNumber } from './orderNumber';
import type { OrderState } from './orderOutcome';
import type { OrderHeader } from './orderParameters';
import { readOrderRow, type OrderRow } from './orderRows';
import { meaningOfWords, statusOf } from './orderStatus';

/** An order as it is looked for. The current edition names its branch by code. */
type LookedFor = OrderHeader & { branchCode?: string; template?: unknown };

/** Order List, `POST /orders/List` (order-list-21007236e0). */
export function orderListRequest(filters: OrderListRequest): PartnerRequest {
	const given = Object.entries(filters).filter(([, value]) => value !== undefined);
	return { method: 'POST', path: '/orders/List', body: Object.fromEntries(given) as IDataObject };
}

/**
 * Looks for a submitted order by its PO number: the only field of Order List that holds something we sent. The customer
 * is compared in the rows, since it is not certain that the filter `customerNumber` takes the code.
 */
export function lookUpRequest({ poNumber }: Pick<OrderHeader, 'poNumber'>): PartnerRequest {
	return orderListRequest({ PONumber: poNumber });
}

/** The order numbers in what Submit puts out. */
export function orderIds(items: IDataObject[]): string[] {
	return items.flatMap(({ orderId }) => textOf(orderId) ?? []);
}

/** Whether what Submit puts out tells of an order that stands: one that SIPS lists as rejected or cancelled does not. */
export function isPlaced(items: IDataObject[]): boolean {
	return items.every(({ state }) => state !== 'rejected');
}

/**
 * The rows that may be this order. A row counts by its transaction id where it carries one, else by its PO number.
 *
 * @param figures what stands in every output about the order
 * @throws Failure of kind `brokenAnswer` where there are rows, and none has a field by which to know it
 */
export function lookUpMatch(answer: PartnerAnswer, order: LookedFor, figures: IDataObject): Candidate[] {
	const rows = listAnswer(answer, 'Order List');
	const read = rows.map((row) => ({ row, tidy: readOrderRow(row) }));
	if (rows.length > 0 && read.every(({ tidy }) => tidy.poNumber === null && tidy.transactionId === null)) throw unreadable();
	const candidates = read.flatMap(({ row, tidy }): Candidate[] => {
		const likeness = likenessOf(tidy, order);
		if (likeness === undefined) return [];
		const item = listedOrder(row, tidy, figures);
		const doubt = likeness === 'same' ? '' : doubtOf(tidy, order);
		return [{
			id: tidy.orderId,
			likeness,
			...(doubt === '' ? {} : { doubt }),
			isWaiting: item.state === 'queued',
			isRefused: item.state === 'rejected',
			items: [item],
			itemsOfEarlier: [listedOrder(row, tidy, { ...figures, ...notShown(order, figures) })],
		}];
	});
	if (!read.some(({ tidy }) => isSameCode(tidy.poNumber, order.poNumber) || isSameCode(tidy.transactionId, order.transactionId)) && read.some(({ tidy }) => isOfOtherPo(tidy, order))) throw notFiltered(order);
	return candidates;
}

/**
 * Figures of an item that nothing shows of an order that an earlier run sent: those that a derived id does not depend on, and under an id
 * of a person's own all but PO number and customer, which a row would contradict.
 */
function notShown({ hasOwnTransactionId, template }: LookedFor, figures: IDataObject): IDataObject {
	const always = ['jobAccountNumber', 'shipToSequenceNumber', 'expectedTotal', 'expectedDeliveryDate', 'lines'];
	const names = hasOwnTransactionId ? ['branchCode', 'branchId', 'lineCount', ...always] : always;
	const none = Object.fromEntries(names.filter((name) => name in figures).map((name) => [name, null]));
	// A derived id rests on product, option, quantity and unit of each line, or on a template that may have changed.
	const isKnown = !hasOwnTransactionId && template === undefined && Array.isArray(figures.lines);
	return isKnown ? { ...none, lines: (figures.lines as IDataObject[]).map((line) => withoutGaps({ ...line, price: undefined })) } : none;
}

/** Whether the filter by PO number let through what it should not. Some filters give all that contains what was asked for. */
function isOfOtherPo({ poNumber }: OrderRow, order: OrderHeader): boolean {
	return poNumber !== null && !codeKey(poNumber).includes(codeKey(order.poNumber));
}

function likenessOf(row: OrderRow, order: LookedFor): Candidate['likeness'] | undefined {
	// Of an order that is sent once more under an id of the person's own, the first one carries the same.
	const isShared = order.hasOwnTransactionId && order.sentAgainIn !== undefined;
	const isItsId = row.transactionId !== null && isSameCode(row.transactionId, order.transactionId);
	if (isItsId) return isShared || (order.hasOwnTransactionId && contradictionsIn(row, order).length > 0) ? 'maybe' : 'same';
	if (row.poNumber === null || !isSameCode(row.poNumber, order.poNumber)) return undefined;
	const customer = customerMatch(row, order.customerCode);
	if (customer === 'other') return undefined;
	if (customer === 'otherNumber') return 'foreign';
	return row.transactionId === null ? 'maybe' : 'other';
}

/** What a row names that is not this order's, in words: an id of a person's own may have been given to another one. */
function contradictionsIn(row: OrderRow, { poNumber, customerCode, branchCode }: LookedFor): string[] {
	const customer = customerMatch(row, customerCode);
	return [
		...(row.poNumber !== null && !isSameCode(row.poNumber, poNumber) ? [`PO number ${row.poNumber}`] : []),
		...(customer === 'other' ? [`customer ${row.customerCode ?? ''}`] : []),
		...(isOtherBranch(row, branchCode) ? [`branch ${row.branchCode ?? ''}`] : []),
		...(customer === 'otherNumber' ? [customerNumbers(row)] : []),
	];
}

function customerNumbers(row: OrderRow): string {
	return `customer number ${row.customerNumbers.join(', ')}`;
}

/** Whether both name a branch by a code with letters, as all samples have them, and not the same one. */
function isOtherBranch(row: OrderRow, branchCode: string | undefined): boolean {
	const codes = [row.branchCode ?? '', branchCode ?? ''];
	return codes.every((code) => /[a-z]/i.test(code)) && !isSameCode(codes[0], codes[1] ?? '');
}

/** What of a row speaks against its being an order that was sent just now, in words; `''` where nothing does. */
function doubtOf(row: OrderRow, order: LookedFor): string {
	const doubts = contradictionsIn(row, order);
	if (customerMatch(row, order.customerCode) === 'unsure') doubts.push(customerNumbers(row));
	const day = plausibleDay(row.orderDate, 'UTC');
	if (day !== undefined && day < order.earliestDay) doubts.push(`dated ${day}`);
	const { status, isInferred } = meaningOfWords(row.status);
	// Nothing is delivered the moment it is ordered.
	if (!isInferred && (status === 'delivered' || status === 'invoiced')) doubts.push(`status ${row.status ?? ''}`);
	return doubts.join(', ');
}

/** An order that SIPS lists, in the form in which Submit puts it out. */
function listedOrder(answer: IDataObject, row: OrderRow, figures: IDataObject): IDataObject {
	const status = statusOf(row.status);
	const hasNumber = isOrderNumber(row.orderId);
	const id = row.orderId?.trim() ?? null;
	return {
		state: listedState(row),
		orderId: hasNumber ? id : null,
		queueId: hasNumber ? null : (idOf(id) ?? null),
		...figures,
		message: row.status ?? '',
		status,
		// Nothing else adopts: see `evidence.ts`.
		matchedBy: 'transactionId',
		answer,
	};
}

/**
 * SIPS lists what its ERP has, so a listed order is no longer queued, unless it says so. But accepted is only what has a sales order
 * number, as in the answer to Submit: without one SIPS has it in its list, and nothing shows that the branch has it.
 */
export function listedState({ status: words, orderId }: OrderRow): OrderState {
	const status = statusOf(words);
	if (status === 'rejected' || status === 'cancelled') return 'rejected';
	return status === 'queued' || !isOrderNumber(orderId) ? 'queued' : 'accepted';
}

/** The list holds something else, and may be cut: that the order is not in it shows nothing. */
function notFiltered({ poNumber }: OrderHeader): Failure {
	return new Failure('brokenAnswer', `${SIPS} was asked for orders with PO number ${poNumber} and lists others only, so its list was not filtered (Order List)`, {
		advice: 'Look at the rows with Order: Get Many.',
	});
}

function unreadable(): Failure {
	return new Failure('brokenAnswer', `${SIPS} lists orders without a PO number or transaction id that could be recognised (Order List)`, {
		advice: 'Look at the rows with Order: Get Many. The fields of this answer are not documented.',
	});
}
