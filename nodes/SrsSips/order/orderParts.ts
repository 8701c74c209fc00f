import type { ContentParts } from '../../../engine/idempotency/contentToken';
import type { OrderRequest } from '../shared/contract';
import type { OrderParameters } from './orderParameters';
import { orderRequest } from './orderRequest';

/**
 * All that is ordered, as it would be sent, in the parts that a person knows. What tells one sending from another is not in it: transaction ID and the
 * moment of sending. Lines are the same in any order.
 */
export function orderParts(order: OrderParameters): ContentParts {
	const { shipTo, orderLineItemDetails, customerContactInfo, poDetails, ...head } = orderRequest(order).body as unknown as OrderRequest;
	const { expectedDeliveryDate, expectedDeliveryTime, shippingMethod, orderType, ...purchase } = poDetails;
	return {
		Lines: JSON.stringify(orderLineItemDetails.map((line) => JSON.stringify(line)).sort()),
		'Ship-to Address': JSON.stringify(shipTo),
		Contact: JSON.stringify(customerContactInfo),
		Delivery: JSON.stringify([expectedDeliveryDate, expectedDeliveryTime, shippingMethod, orderType]),
		'Customer, Branch, PO Number or Notes': JSON.stringify([{ ...head, transactionID: '', transactionDate: '' }, purchase]),
	};
}
