import { findCustomer } from '../data/customers';
import { isReal, type HeldOrder } from '../orders/heldOrder';
import type { OrderBook } from '../orders/orderBook';
import type { OrderListEntry, OrderListRequest, OrderRequest, SrsSipsHandler } from '../types';

type RealOrder = HeldOrder & { orderId: number };

/**
 * Finds orders (order-list-32636883e0). Filters that are absent or empty let everything pass. The newest come
 * first, so that a row limit keeps what matters. Orders that are still queued are not found.
 */
export function getOrderList(book: OrderBook): SrsSipsHandler<'getOrderList'> {
	return ({ body }) => {
		const found = book
			.all()
			.filter(isReal)
			.filter((order) => passes(order, body))
			.reverse()
			.slice(0, body.rowReturnLimit);
		return { status: 200, body: { orderList: found.map((order) => entryOf(order, body.includeInvoices === 'Y')) } };
	};
}

function passes(order: RealOrder, wanted: OrderListRequest): boolean {
	const { poDetails, shipTo } = order.request;
	const address = [shipTo.addressLine1, shipTo.addressLine2, shipTo.addressLine3, shipTo.city].join(' ');
	return (
		isSame(wanted.branchCode, order.request.branchCode) &&
		isSame(wanted.customerNumber, order.request.customerCode) &&
		isSame(wanted.orderStatus, order.state) &&
		isSame(wanted.PONumber, poDetails.poNumber) &&
		isSame(wanted.jobNumber, poDetails.jobNumber) &&
		(wanted.orderId === undefined || wanted.orderId === order.orderId) &&
		(wanted.shipToSequenceNumber === undefined || wanted.shipToSequenceNumber === sequenceNumberOf(order.request)) &&
		(!wanted.orderFromDate || poDetails.orderDate >= wanted.orderFromDate) &&
		(!wanted.orderToDate || poDetails.orderDate <= wanted.orderToDate) &&
		(!wanted.shipToAddress || address.toUpperCase().includes(wanted.shipToAddress.toUpperCase()))
	);
}

function isSame(wanted: string | undefined, value: string): boolean {
	return !wanted || wanted.toUpperCase() === value.toUpperCase();
}

/** The place of the job account among all of the customer, from 1. How the real numbers relate is not known. */
function sequenceNumberOf(request: OrderRequest): number {
	const accounts = findCustomer(request.customerCode)?.sites.flatMap((site) => site.accounts) ?? [];
	return accounts.findIndex(({ number }) => number === request.jobAccountNumber) + 1;
}

function entryOf(order: RealOrder, withInvoices: boolean): OrderListEntry {
	const { poDetails, shipTo, customerCode, branchCode } = order.request;
	return {
		orderId: order.orderId,
		orderNumber: order.orderId,
		orderStatus: order.state,
		orderDate: `${poDetails.orderDate}T00:00:00`,
		customerCode: customerCode.toUpperCase(),
		branchCode: branchCode.toUpperCase(),
		shipToSequenceNumber: sequenceNumberOf(order.request),
		PONumber: poDetails.poNumber,
		SOTypeCode: 'SO',
		salesTypeCode: poDetails.orderType,
		jobNumber: poDetails.jobNumber,
		shipToAddress1: shipTo.addressLine1,
		shipToAddress2: shipTo.addressLine2,
		shipToAddress3: shipTo.addressLine3,
		orderTotal: order.total,
		...(withInvoices ? { invoices: order.invoiceNumber === null ? [] : [order.invoiceNumber] } : {}),
	};
}
