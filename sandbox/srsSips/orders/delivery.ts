import type { Coordinates, Delivery } from '../types';
import { withoutZone, type RealOrder } from './heldOrder';
import { shipToLines } from './orderEntry';
import { confirmedLines, invoicedLines } from './outcome';
import { halfWay, siteOf } from './site';
import { deliveryStatusOf } from './words';

/** Whether an order has come so far that there is a delivery. */
export function hasDelivery({ state }: RealOrder): boolean {
	return deliveryStatusOf[state] !== undefined;
}

/** Whether the goods were handed over, so that somebody has signed. */
export function isDelivered({ state }: RealOrder): boolean {
	return deliveryStatusOf[state] === 'Completed';
}

/** The delivery of an order as the list shows it. An order is one shipment here. */
export function deliveryOf(order: RealOrder): Delivery {
	const { poDetails, shipTo, customerCode, branchCode, customerContactInfo } = order.request;
	const delivered = order.reachedAt.Completed;
	return {
		orderNumber: order.orderId,
		shipmentNumber: 1,
		deliveryStatus: deliveryStatusOf[order.state] ?? '',
		customerCode: customerCode.toUpperCase(),
		branchCode: branchCode.toUpperCase(),
		PONumber: poDetails.poNumber,
		shippingMethod: poDetails.shippingMethod,
		expectedDeliveryDate: poDetails.expectedDeliveryDate,
		expectedDeliveryTime: poDetails.expectedDeliveryTime,
		deliveredDateTime: delivered === undefined ? null : withoutZone(delivered),
		signedBy: delivered === undefined ? null : customerContactInfo.customerContactName,
		...shipToLines(order.request),
		city: shipTo.city,
		state: shipTo.state,
		zipCode: shipTo.zipCode,
	};
}

/** The same with its lines, as Delivery Details shows it. All that is invoiced is shipped. */
export function deliveryDetailsOf(order: RealOrder): Delivery {
	const [shipped = []] = invoicedLines(order);
	const deliveryLines = confirmedLines(order).map(({ quantity, lineNumber, itemCode, productId, productName, option, uom }) => ({
		lineNumber,
		itemCode,
		productId,
		productName,
		option,
		quantityOrdered: quantity,
		quantityShipped: shipped.find((line) => line.lineNumber === lineNumber)?.quantity ?? 0,
		uom,
	}));
	return { ...deliveryOf(order), deliveryLines };
}

/** Where the delivery is: half way while it is on its way, then at the site. */
export function coordinatesOf(order: RealOrder): Coordinates {
	const { orderId: orderNumber, state, reachedAt } = order;
	const coordinateStatus = deliveryStatusOf[state];
	const last = reachedAt.Completed ?? reachedAt.Arrived ?? reachedAt['En Route'];
	return {
		orderNumber,
		coordinateStatus,
		...(coordinateStatus === 'En Route' ? halfWay(order) : siteOf(order)),
		lastUpdated: last === undefined ? null : withoutZone(last),
	};
}
