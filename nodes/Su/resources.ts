import type { ResourceTable } from '../../engine/items/resources';
import { update } from './availability/update';
import { getAll as getAllProperties } from './property/getAll';
import { getAll as getAllRatePlans } from './ratePlan/getAll';
import { acknowledge } from './reservation/acknowledge';
import { get } from './reservation/get';
import { getAll as getAllReservations } from './reservation/getAll';
import { getNew } from './reservation/getNew';
import { getAll as getAllRoomTypes } from './roomType/getAll';

/** What the node can do, as its two dropdowns show it. */
export const resources: ResourceTable = [
	{ name: 'availability', displayName: 'Availability', operations: [update] },
	{ name: 'property', displayName: 'Property', operations: [getAllProperties] },
	{ name: 'ratePlan', displayName: 'Rate Plan', operations: [getAllRatePlans] },
	{ name: 'reservation', displayName: 'Reservation', operations: [acknowledge, get, getAllReservations, getNew] },
	{ name: 'roomType', displayName: 'Room Type', operations: [getAllRoomTypes] },
];
