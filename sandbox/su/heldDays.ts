import type { House } from './data/properties';
import type { AvailabilityDays, AvailabilityRequest, HeldAvailability, HeldRatePlan, HeldRoom, RatePlan, RoomType } from './types';

/**
 * What a house holds for these days: the updates in their order, on what it began with. Invented: that it begins with all its rooms to
 * sell, at the rate of the room type for two guests, and that each room type has each rate plan on each day.
 *
 * @param updates those of this house, the oldest first
 */
export function heldOn(days: readonly string[], house: House, updates: readonly AvailabilityRequest[]): HeldAvailability {
	const entriesOf = (room: RoomType) => updates.flatMap((update) => update.room).filter(({ roomid }) => roomid === room.roomid).flatMap(({ date }) => date);
	const entries = new Map(house.rooms.map((room) => [room, entriesOf(room)] as const));
	return Object.fromEntries(days.map((day) => {
		const rooms = house.rooms.map((room) => [room.roomid, heldRoom(room, house.ratePlans, (entries.get(room) ?? []).filter((entry) => isOn(day, entry)))] as const);
		return [day, Object.fromEntries(rooms)];
	}));
}

function isOn(day: string, { value = '', from = value, to = value }: AvailabilityDays): boolean {
	return from <= day && day <= to;
}

function heldRoom(room: RoomType, plans: readonly RatePlan[], entries: readonly AvailabilityDays[]): HeldRoom {
	const inventory = entries.reduce((held, { roomstosell }) => roomstosell ?? held, room.quantity ?? '0');
	const held = plans.map(({ rateplanid }) => {
		const ofPlan = entries.filter(({ rate = [] }) => rate.some((each) => each.rateplanid === rateplanid));
		return [rateplanid, ofPlan.reduce(withEntry, atFirst(room))] as const;
	});
	return { inventory, rateplan: Object.fromEntries(held) };
}

function atFirst({ rate }: RoomType): HeldRatePlan {
	return { stopsell: false, closedonarrival: false, closedondeparture: false, minimumstay: '1', maximumstay: '', rate: rate === undefined ? [] : [{ guest: '2', rate }] };
}

function withEntry(held: HeldRatePlan, entry: AvailabilityDays): HeldRatePlan {
	const flag = (given: '0' | '1' | undefined, before: boolean) => (given === undefined ? before : given === '1');
	const prices = new Map(held.rate.map(({ guest, rate }) => [guest, rate]));
	for (const { NumberOfGuests, value } of entry.price ?? []) prices.set(NumberOfGuests, value);
	return {
		stopsell: flag(entry.closed, held.stopsell),
		closedonarrival: flag(entry.closedonarrival, held.closedonarrival),
		closedondeparture: flag(entry.closedondeparture, held.closedondeparture),
		minimumstay: entry.minimumstay ?? held.minimumstay,
		maximumstay: entry.maximumstay ?? held.maximumstay,
		rate: [...prices].map(([guest, rate]) => ({ guest, rate })),
	};
}
