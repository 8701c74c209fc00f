import type { Property, RoomType } from '../types';

interface House {
	property: Property;
	rooms: RoomType[];
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

function house(id: string, name: string, rooms: RoomType[]): House {
	const count = rooms.reduce((sum, { quantity }) => sum + Number(quantity), 0);
	return { property: { propertyid: id, propertyname: name, status: 'Active', roomcount: String(count) }, rooms };
}

/** Invented houses. The last one has no rooms yet. */
export const houses: readonly House[] = Object.freeze([
	house('HVIEW-1', 'Harbour View', [
		room('SUP-DBL', 'Superior Double', 'Double', 3, 8, 28, 145),
		room('FAM-STE', 'Family Suite', 'Suite', 5, 4, 46, 230),
	]),
	house('PINE-2', 'Pine Lodge', [room('STD-TWN', 'Standard Twin', 'Twin', 2, 20, 22, 98)]),
	house('NEW-3', 'New House', []),
]);

/** The house with this id. Ids keep their capitals. */
export function findHouse(propertyId: string): House | undefined {
	return houses.find(({ property }) => property.propertyid === propertyId);
}
