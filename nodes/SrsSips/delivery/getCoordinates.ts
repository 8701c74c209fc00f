import { readPosition } from './coordinates';
import { orderId } from '../shared/fields';
import { unconfirmedRead } from '../shared/unconfirmedRead';

/**
 * Coordinates (in the lists of V2 2025 and of 2026; the page was not seen). A public brief calls it the coordinate status
 * for orders: where a delivery is.
 */
export const getCoordinates = unconfirmedRead({
	name: 'getCoordinates',
	displayName: 'Get Coordinates',
	action: 'Get the coordinates of a delivery',
	description: 'Read where the delivery of an order is',
	by: orderId,
	isNumber: true,
	template: '/deliveries/v2/coordinates/{orderId}',
	what: 'Coordinates',
	isList: false,
	tidy: readPosition,
});
