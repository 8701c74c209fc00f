import { shipToOf } from '../data/customers';
import type { OrderListRequest } from '../types';
import type { RealOrder } from './heldOrder';

/** Whether an order is wanted by the filters of Order List. Those that are absent or empty let everything pass. */
export function passes(order: RealOrder, wanted: OrderListRequest): boolean {
	const { poDetails, shipTo, branchCode, customerCode, jobAccountNumber } = order.request;
	const address = [shipTo.addressLine1, shipTo.addressLine2, shipTo.addressLine3, shipTo.city].join(' ');
	return (
		isSame(wanted.branchCode, branchCode) &&
		isSame(wanted.customerNumber, customerCode) &&
		isSame(wanted.orderStatus, order.state) &&
		isSame(wanted.PONumber, poDetails.poNumber) &&
		isSame(wanted.jobNumber, poDetails.jobNumber) &&
		(wanted.orderId === undefined || wanted.orderId === order.orderId) &&
		(wanted.shipToSequenceNumber === undefined ||
			wanted.shipToSequenceNumber === shipToOf(customerCode, jobAccountNumber)?.sequenceNumber) &&
		isWithin(poDetails.orderDate, wanted.orderFromDate, wanted.orderToDate) &&
		(!wanted.shipToAddress || address.toUpperCase().includes(wanted.shipToAddress.toUpperCase()))
	);
}

/** Whether a text is the wanted one, in any case. */
export function isSame(wanted: string | undefined, value: string): boolean {
	return !wanted || wanted.toUpperCase() === value.toUpperCase();
}

/** Whether a day is one of the days asked for, both ends included. All are written as year, month and day. */
export function isWithin(day: string, from: string | undefined, to: string | undefined): boolean {
	return (!from || day >= from) && (!to || day <= to);
}
