import type { Property, RatePlan, RoomType } from '../types';

export interface House {
	readonly property: Property;
	readonly rooms: readonly RoomType[];
	readonly ratePlans: readonly RatePlan[];
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

function house(id: string, name: string, rooms: RoomType[], ratePlans: RatePlan[]): House {
	const count = rooms.reduce((sum, { quantity }) => sum + Number(quantity), 0);
	return { property: { propertyid: id, propertyname: name, status: 'Active', roomcount: String(count) }, rooms, ratePlans };
}

const FLEXIBLE = ratePlan('FLEX', 'Flexible', 'Free cancellation until 18:00');
const FIXED = ratePlan('NONREF', 'Non-refundable', 'No refund');

/** Invented houses. The last one has no rooms and no rate plans yet. */
export const houses: readonly House[] = Object.freeze([
	house('HVIEW-1', 'Harbour View', [
		room('SUP-DBL', 'Superior Double', 'Double', 3, 8, 28, 145),
		room('FAM-STE', 'Family Suite', 'Suite', 5, 4, 46, 230),
	], [FLEXIBLE, FIXED]),
	house('PINE-2', 'Pine Lodge', [room('STD-TWN', 'Standard Twin', 'Twin', 2, 20, 22, 98)], [FLEXIBLE]),
	house('NEW-3', 'New House', [], []),
]);
