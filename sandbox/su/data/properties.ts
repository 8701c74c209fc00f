import type { Connection, Property, RatePlan, RoomType } from '../types';
import { CONNECTIONS } from './channels';

export interface House {
	readonly property: Property;
	readonly rooms: readonly RoomType[];
	readonly ratePlans: readonly RatePlan[];
	/** Channels to which it is connected. One whose password is active has the status `Active`. */
	readonly connections: readonly Connection[];
}

function room(id: string, name: string, type: string, guests: number, quantity: number, size: number, rate: number): RoomType {
	return {
		roomid: id,
		roomname: name,
		roomtype: type,
		maximumoccupancy: String(guests),
		status: 'Active',
		quantity: String(quantity),
		sizemeasurement: String(size),
		sizemeasurementunit: 'sqm',
		rate: String(rate),
	};
}

function ratePlan(id: string, name: string, description: string): RatePlan {
	return { rateplanid: id, rateplanname: name, mealplanid: '15', description, status: 'Active' };
}

function house(id: string, name: string, rooms: RoomType[], ratePlans: RatePlan[], connections: readonly Connection[]): House {
	return counted({ property: { propertyid: id, propertyname: name, status: 'Active', roomcount: '0' }, rooms, ratePlans, connections });
}

/** A house with its rooms counted. */
export function counted(house: House): House {
	const count = house.rooms.reduce((sum, { quantity = '0' }) => sum + Number(quantity), 0);
	return { ...house, property: { ...house.property, roomcount: String(count) } };
}

const FLEXIBLE = ratePlan('FLEX', 'Flexible', 'Free cancellation until 18:00');
const FIXED = ratePlan('NONREF', 'Non-refundable', 'No refund');

/** What is listed as the status of a thing that is on. */
export const ON = 'Active';

/** The status of a room type until rooms to sell arrive (content/room-type). */
export const INCOMPLETE = 'Incomplete';

/** What is listed as the status of a thing that was switched off. Su's documents show `Active` alone, so the word is invented. */
export const OFF = 'Deactivated';

const WEEKLY: RatePlan = { ...ratePlan('WEEKLY', 'Weekly', 'Seven nights'), status: OFF };

/** Invented houses. The last one has no rooms, no rate plans and no channels yet. */
export const houses: readonly House[] = Object.freeze([
	house('HVIEW-1', 'Harbour View', [
		room('SUP-DBL', 'Superior Double', 'Double', 3, 8, 28, 145),
		room('FAM-STE', 'Family Suite', 'Suite', 5, 4, 46, 230),
	], [FLEXIBLE, FIXED], CONNECTIONS.harbourView),
	house('PINE-2', 'Pine Lodge', [room('STD-TWN', 'Standard Twin', 'Twin', 2, 20, 22, 98)], [FLEXIBLE, WEEKLY], CONNECTIONS.pineLodge),
	house('NEW-3', 'New House', [], [], []),
]);
