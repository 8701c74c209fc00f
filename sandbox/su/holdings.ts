import { houses, type House } from './data/properties';
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

	houses(): readonly House[] {
		return this.held;
	}

	/** The house with this id. Ids keep their capitals. */
	find(propertyId: string): House | undefined {
		return this.held.find(({ property }) => property.propertyid === propertyId);
	}

	/** Takes an update. What it names and the house does not have is created (rates-and-availability). @returns the ticket's 21 digits */
	take(update: AvailabilityRequest): string {
		this.held = this.held.map((house) => (house.property.propertyid === update.hotelid ? withNew(house, update) : house));
		this.tickets += 1;
		const TicketId = `${Date.now()}${String(this.tickets).padStart(8, '0')}`;
		this.updates.push({ ...update, TicketId });
		return TicketId;
	}

	/** The updates, the oldest first. */
	view(): readonly TakenUpdate[] {
		return this.updates;
	}

	reset(): void {
		this.held = [...houses];
		this.updates = [];
	}
}

/** How Su names what it creates like that is not documented; here it is called by its id. */
function withNew(house: House, { room }: AvailabilityRequest): House {
	const roomIds = new Set(house.rooms.map(({ roomid }) => roomid));
	const planIds = new Set(house.ratePlans.map(({ rateplanid }) => rateplanid));
	const newRooms = distinct(room.map(({ roomid }) => roomid)).filter((id) => !roomIds.has(id));
	const named = room.flatMap(({ date }) => date.flatMap(({ rate = [] }) => rate.map(({ rateplanid }) => rateplanid)));
	const newPlans = distinct(named).filter((id) => !planIds.has(id));
	return {
		...house,
		rooms: [...house.rooms, ...newRooms.map((id) => ({ roomid: id, roomname: id, status: 'Active' }))],
		ratePlans: [...house.ratePlans, ...newPlans.map((id) => ({ rateplanid: id, rateplanname: id, status: 'Active' }))],
	};
}

function distinct(ids: string[]): string[] {
	return [...new Set(ids)];
}
