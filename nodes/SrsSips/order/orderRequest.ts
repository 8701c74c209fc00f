import type { IDataObject } from 'n8n-workflow';

import type { PartnerRequest } from '../../../engine/transport/request';
import type { OrderRequest } from '../contract';
import type { OrderParameters } from './orderParameters';

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
		poDetails: {
			poNumber: order.poNumber,
			reference: order.reference,
			jobNumber: order.jobNumber,
			orderDate: order.orderDate,
			expectedDeliveryDate: order.expectedDeliveryDate,
			expectedDeliveryTime: order.expectedDeliveryTime,
			orderType: order.orderType,
			shippingMethod: order.shippingMethod,
		},
		orderLineItemDetails: order.lines.map(({ price, ...line }) => ({
			...line,
			// The page has price as required; SRS told a client to leave it out, and a mismatch can refuse the line.
			...(price === undefined ? {} : { price }),
		})),
		customerContactInfo: {
			customerContactName: order.contact.name,
			customerContactPhone: order.contact.phone,
			customerContactEmail: order.contact.email,
			customerContactAddress: order.contact.address,
			additionalContactEmails: order.contact.additionalEmails,
		},
	};
	return { method: 'POST', path: '/orders/v2/Submit', body: body as unknown as IDataObject };
}
