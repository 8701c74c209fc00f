import type { IDataObject } from 'n8n-workflow';

import { orFailure } from '../../../engine/failure';
import type { PartnerRequest } from '../../../engine/http/request';
import type { Sender } from '../../../engine/transport/sender';
import { withoutGaps } from '../../../engine/values';
import { listOrNone } from '../shared/answers';
import { isSameCode, orderIdKey } from '../shared/codes';
import type { InvoiceListRequest } from '../shared/contract';
import { orderListRequest } from '../order/orderLookUp';
import { readOrderRow } from '../order/orderRows';
import { asIsoDay, type DayNumber } from './days';
import { readInvoiceRow, listedOrderKey, listedInvoiceKey, type Filters } from './listedRows';
import type { WaitingOrder } from './pollState';
import { readWhole, type Days, type WholeList } from './paging';

/** How a list is asked for. */
interface ListQuery {
	filters: Filters;
	from: DayNumber;
	/** Read no further than this day: what the poll before had no time for. */
	to: DayNumber | undefined;
	today: DayNumber;
	rowLimit: number | undefined;
	/** Whether there is time for another request. */
	hasTime(): boolean;
}

/** Order List (order-list-21007236e0) from a day on. @throws Failure */
export async function readOrderList(sender: Sender, { filters, ...query }: ListQuery): Promise<WholeList> {
	const read = async (days: Days) =>
		await rowsOf(
			sender,
			orderListRequest({
				...(filters.branchCode === '' ? {} : { branchCode: filters.branchCode }),
				...(filters.customerCode === '' ? {} : { customerNumber: filters.customerCode }),
				orderFromDate: asIsoDay(days.from),
				...(days.to === undefined ? {} : { orderToDate: asIsoDay(days.to) }),
				...(query.rowLimit === undefined ? {} : { rowReturnLimit: query.rowLimit }),
			}),
			'Order List',
		);
	return await readWhole({ ...query, read, idOf: (row) => keyOf(readOrderRow(row).orderId, listedOrderKey) });
}

/** Invoices List (invoices-list-21007517e0) from a day on. @throws Failure */
export async function readInvoiceList(sender: Sender, { filters, ...query }: ListQuery): Promise<WholeList> {
	const read = async (days: Days) => {
		const body: InvoiceListRequest = {
			branchCode: filters.branchCode || undefined,
			customerCode: filters.customerCode || undefined,
			startInvoiceDate: asIsoDay(days.from),
			endInvoiceDate: days.to === undefined ? undefined : asIsoDay(days.to),
			rowReturnLimit: query.rowLimit,
		};
		return await rowsOf(sender, { method: 'POST', path: '/invoices/list', body: withoutGaps(body) }, 'Invoices List');
	};
	return await readWhole({ ...query, read, idOf: (row) => keyOf(readInvoiceRow(row).invoiceNumber, listedInvoiceKey) });
}

/**
 * Rows of Order List that may be a queued order, whatever their date: by its number or its PO number.
 *
 * @returns undefined where the order has neither, so that it cannot be asked for
 * @throws Failure
 */
export async function searchQueuedOrder(sender: Sender, { orderId, poNumber }: WaitingOrder): Promise<IDataObject[] | undefined> {
	if (isNumber(orderId)) return await rowsOf(sender, orderListRequest({ orderId: Number(orderId) }), 'Order List');
	if (poNumber !== null) return await rowsOf(sender, orderListRequest({ PONumber: poNumber }), 'Order List');
	return undefined;
}

/** Whether SIPS can be asked for a queued order by itself. */
export function canBeAskedFor({ orderId, poNumber }: WaitingOrder): boolean {
	return isNumber(orderId) || poNumber !== null;
}

/** Whether a row has the number that `searchQueuedOrder` asks for. */
export function isAskedFor({ orderId, poNumber }: WaitingOrder, row: IDataObject): boolean {
	const given = readOrderRow(row);
	if (isNumber(orderId)) return given.orderId !== null && orderIdKey(given.orderId) === orderIdKey(orderId);
	return poNumber !== null && isSameCode(given.poNumber, poNumber);
}

function isNumber(orderId: string | null): orderId is string {
	return orderId !== null && /^\d{1,15}$/.test(orderId);
}

function keyOf(id: string | null, watched: (id: string) => string): string | null {
	return id === null ? null : watched(id);
}

async function rowsOf(sender: Sender, request: PartnerRequest, what: string): Promise<IDataObject[]> {
	return listOrNone(await orFailure(sender.repeat(request, 'read')), what);
}
