import { readDeliveryRow } from './deliveryRow';
import { orderId } from '../shared/fields';
import { unconfirmedRead } from '../shared/unconfirmedRead';

/**
 * Delivery Details (delivery-details-32636879e0, a page that was not seen). That it asks for an order id follows from
 * order-list-21007236e0, which carries a description that fits this call.
 */
export const get = unconfirmedRead({
	name: 'get',
	displayName: 'Get',
	action: 'Get a delivery',
	description: 'Read the delivery of an order',
	by: orderId,
	isNumber: true,
	template: '/deliveries/{orderId}',
	what: 'Delivery Details',
	isList: false,
	tidy: readDeliveryRow,
});
