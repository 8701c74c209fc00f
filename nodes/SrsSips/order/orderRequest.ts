import type { IDataObject } from 'n8n-workflow';

import type { PartnerRequest } from '../../../engine/http/request';
import type { OrderRequest } from '../shared/contract';
import type { OrderHeader, OrderParameters } from './orderParameters';

/** Submit Order (V2), `POST /orders/v2/Submit` (submit-order-v2-21007252e0). */
export function orderRequest(order: OrderParameters): PartnerRequest {
	const body: OrderRequest = {
		sourceSystem: order.sourceSystem,
		customerCode: order.customerCode,
		jobAccountNumber: order.jobAccountNumber,
		branchCode: order.branchCode,
		// The same value in all samples.
		accountNumber: order.customerCode,
		transactionID: order.transactionId,
		transactionDate: order.transactionDate,
		notes: order.notes,
		shipTo: order.shipTo,
		poDetails: poDetails(order),
		orderLineItemDetails: order.lines.map(({ price, ...line }) => ({
			...line,
			// The page has price as required; SRS told a client to leave it out, and a mismatch can refuse the line.
			...(price === undefined ? {} : { price }),
		})),
		customerContactInfo: contactInfo(order),
	};
	return { method: 'POST', path: '/orders/v2/Submit', body: body as unknown as IDataObject };
}

/** The same in both editions, as far as the copy of the first one shows it. */
export function poDetails(order: OrderHeader): OrderRequest['poDetails'] {
	return {
		poNumber: order.poNumber,
		reference: order.reference,
		jobNumber: order.jobNumber,
		orderDate: order.orderDate,
		expectedDeliveryDate: order.expectedDeliveryDate,
		expectedDeliveryTime: order.expectedDeliveryTime,
		orderType: order.orderType,
		shippingMethod: order.shippingMethod,
	};
}

export function contactInfo({ contact }: OrderHeader): OrderRequest['customerContactInfo'] {
	return {
		customerContactName: contact.name,
		customerContactPhone: contact.phone,
		customerContactEmail: contact.email,
		customerContactAddress: contact.address,
		additionalContactEmails: contact.additionalEmails,
	};
}
