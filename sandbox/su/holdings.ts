import { firstLoads } from './data/firstLoads';
import { houses, INCOMPLETE, ON, type House } from './data/properties';
import type { AvailabilityRequest } from './types';

/** An update of rates and availability that was taken. */
export interface TakenUpdate extends AvailabilityRequest {
	TicketId: string;
}

/** The houses with what was added to them, and the updates that were taken. */
export class Holdings {
	private held: House[] = [...houses];

	private updates: TakenUpdate[] = [];

	private tickets = 0;

	private logged = new Set(firstLoads);

	houses(): readonly House[] {
		return this.held;
	}

	/** The house with this id. Ids keep their capitals. */
	find(propertyId: string): House | undefined {
		return this.held.find(({ property }) => property.propertyid === propertyId);
	}

	/** Adds a house, or puts another one in the place of it. */
	put(house: House): void {
		const id = house.property.propertyid;
		if (this.find(id)) this.change(id, () => house);
		else this.held = [...this.held, house];
	}

	/** Takes a house away. */
	remove(propertyId: string): void {
		this.held = this.held.filter(({ property }) => property.propertyid !== propertyId);
	}

	/** Changes a house. */
	change(propertyId: string, changed: (house: House) => House): void {
		this.held = this.held.map((house) => (house.property.propertyid === propertyId ? changed(house) : house));
	}

	/** Takes an update. What it names and the house does not have is created (rates-and-availability). @returns the ticket's 21 digits */
	take(update: AvailabilityRequest): string {
		this.change(update.hotelid, (house) => withNew(house, update));
		this.tickets += 1;
		const TicketId = `${Date.now()}${String(this.tickets).padStart(8, '0')}`;
		this.updates.push({ ...update, TicketId });
		this.logged.add(`${update.hotelid} ${new Date().toISOString().slice(0, 10)}`);
		return TicketId;
	}

	/** Whether a house got updates on a day, `YYYY-MM-DD` in GMT. */
	hasLog(propertyId: string, day: string): boolean {
		return this.logged.has(`${propertyId} ${day}`);
	}

	/** The updates, the oldest first. */
	view(): readonly TakenUpdate[] {
		return this.updates;
	}

	reset(): void {
		this.held = [...houses];
		this.updates = [];
		this.logged = new Set(firstLoads);
	}
}

/** How Su names what it creates like that is not documented; here it is called by its id. */
function withNew(house: House, { room }: AvailabilityRequest): House {
	const roomIds = new Set(house.rooms.map(({ roomid }) => roomid));
	const planIds = new Set(house.ratePlans.map(({ rateplanid }) => rateplanid));
	const newRooms = distinct(room.map(({ roomid }) => roomid)).filter((id) => !roomIds.has(id));
	// With its first rooms to sell a room type is complete (content/room-type).
	const sold = new Set(room.filter(({ date }) => date.some(({ roomstosell }) => roomstosell !== undefined)).map(({ roomid }) => roomid));
	const named = room.flatMap(({ date }) => date.flatMap(({ rate = [] }) => rate.map(({ rateplanid }) => rateplanid)));
	const newPlans = distinct(named).filter((id) => !planIds.has(id));
	return {
		...house,
		rooms: [...house.rooms.map((held) => (sold.has(held.roomid) && held.status === INCOMPLETE ? { ...held, status: ON } : held)), ...newRooms.map((id) => ({ roomid: id, roomname: id, status: 'Active' }))],
		ratePlans: [...house.ratePlans, ...newPlans.map((id) => ({ rateplanid: id, rateplanname: id, status: 'Active' }))],
	};
}

function distinct(ids: string[]): string[] {
	return [...new Set(ids)];
}
