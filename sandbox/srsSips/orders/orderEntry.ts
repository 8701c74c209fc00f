import { shipToOf } from '../data/customers';
import type { Order, OrderListEntry, OrderRequest } from '../types';
import type { RealOrder } from './heldOrder';
import { confirmedLines } from './outcome';

/** Which fields an order is shown with. */
export interface EntryParts {
	withTransactionId: boolean;
	withInvoices: boolean;
}

/** An order as Order List shows it. The fields are invented, see OrderListEntry in the document. */
export function entryOf({ request, ...order }: RealOrder, { withTransactionId, withInvoices }: EntryParts): OrderListEntry {
	const { poDetails, customerCode, branchCode, jobAccountNumber, transactionID } = request;
	return {
		orderId: order.orderId,
		orderNumber: order.orderId,
		orderStatus: order.state,
		orderDate: `${poDetails.orderDate}T00:00:00`,
		customerCode: customerCode.toUpperCase(),
		branchCode: branchCode.toUpperCase(),
		shipToSequenceNumber: shipToOf(customerCode, jobAccountNumber)?.sequenceNumber ?? 0,
		PONumber: poDetails.poNumber,
		SOTypeCode: 'SO',
		salesTypeCode: poDetails.orderType,
		jobNumber: poDetails.jobNumber,
		...shipToLines(request),
		orderTotal: order.total,
		...(order.splitFrom === undefined ? {} : { originalOrderNumber: order.splitFrom.orderId ?? 0 }),
		...(withTransactionId ? { transactionID } : {}),
		...(withInvoices ? { invoices: order.invoiceNumber === null ? [] : [order.invoiceNumber] } : {}),
	};
}

/** An order as Order Details shows it. The fields are invented, see Order in the document. */
export function detailsOf(order: RealOrder, withTransactionId: boolean): Order {
	const { poDetails, shipTo, notes } = order.request;
	return {
		...entryOf(order, { withTransactionId, withInvoices: true }),
		expectedDeliveryDate: poDetails.expectedDeliveryDate,
		shippingMethod: poDetails.shippingMethod,
		city: shipTo.city,
		state: shipTo.state,
		zipCode: shipTo.zipCode,
		notes,
		orderLineItemDetails: confirmedLines(order),
	};
}

/** The delivery address as orders, deliveries and invoices spell it. */
export function shipToLines({ shipTo }: Pick<OrderRequest, 'shipTo'>) {
	return { shipToAddress1: shipTo.addressLine1, shipToAddress2: shipTo.addressLine2, shipToAddress3: shipTo.addressLine3 };
}
