import type { SandboxState } from '../../core/state';
import { counted, INCOMPLETE, OFF, ON, type House } from '../data/properties';
import { codes, errorAnswer, errorListAnswer, propertyExists, typedErrorAnswer, unknownHotelFault } from '../errors';
import type { Holdings } from '../holdings';
import type { SuSettings } from '../settings';
import type { ErrorListAnswer, Fault, GuestRoom, RatePlan, RatePlanEntry, RoomType, RoomTypeEntry, SuHandler, TypedErrorAnswer } from '../types';

/**
 * Creates a property, or replaces what is known of it (content/property). As an integrator recorded it, the limit of the sandbox counts before
 * all else, and an id that is there before what is missing. Invented: how a change of a property that is not there is refused.
 */
export function savePropertyContent(state: SandboxState<SuSettings>, holdings: Holdings): SuHandler<'savePropertyContent'> {
	return ({ body: { HotelDescriptiveContents: { HotelDescriptiveContent: content } } }) => {
		const { hotelid, HotelName: propertyname, HotelDescriptiveContentNotifType: type, ContactInfos } = content;
		const refuse = (fault: Fault) => ({ status: 400 as const, body: errorListAnswer(fault) });
		const house = holdings.find(hotelid);
		if (type === 'New' && holdings.houses().length >= state.settings.propertyLimit) return refuse({ Code: codes.tooManyProperties, ShortText: 'Maximum number of properties reached' });
		if (type === 'New' && house) return { status: 400, body: propertyExists };
		if (type === 'Overlay' && !house) return refuse(unknownHotelFault(hotelid));
		if (!ContactInfos.ContactInfo.some(({ ContactProfileType }) => ContactProfileType === 'availability')) {
			return refuse({ Code: codes.contentMissing, ShortText: 'ContactInfo: Property availability content is required' });
		}
		const empty: House = { property: { propertyid: hotelid, propertyname, status: ON, roomcount: '0' }, rooms: [], ratePlans: [], connections: [] };
		holdings.put(house ? { ...house, property: { ...house.property, propertyname } } : empty);
		return { status: 200, body: { Status: 'Success' } };
	};
}

/** Deletes a property (content/listing/delete-property-listing). Invented: that one that is mapped is not deleted by force either. */
export function removeProperty(holdings: Holdings): SuHandler<'removeProperty'> {
	return ({ body: { hotelid } }) => {
		const house = holdings.find(hotelid);
		if (!house) return { status: 400, body: errorAnswer(codes.unknownHotel, `Invalid HotelCode (${hotelid})`) };
		if (house.connections.length > 0) return { status: 400, body: errorAnswer(codes.mapped, 'This Property Have Mapping With Channels') };
		holdings.remove(hotelid);
		return { status: 200, body: { Status: 'Success' } };
	};
}

type Refusal = ErrorListAnswer | TypedErrorAnswer;

/** All that is done with room types (content/room-type). Invented: that all are left as they are where one is refused. */
export function changeRoomTypes(holdings: Holdings): SuHandler<'changeRoomTypes'> {
	return ({ body: { SellableProducts: { hotelid, SellableProduct: entries } } }) => {
		const house = holdings.find(hotelid);
		if (!house) return { status: 400, body: errorListAnswer(unknownHotelFault(hotelid)) };
		let rooms: readonly RoomType[] = house.rooms;
		for (const entry of entries) {
			const changed = withRoom(rooms, entry);
			if ('Status' in changed) return { status: 400, body: changed };
			rooms = changed;
		}
		holdings.change(hotelid, (held) => counted({ ...held, rooms }));
		return { status: 200, body: { Status: 'Success' } };
	};
}

function withRoom(rooms: readonly RoomType[], entry: RoomTypeEntry): readonly RoomType[] | Refusal {
	if (entry.InvStatusType === 'Initial') {
		const { roomid } = entry.GuestRoom.Room;
		if (roomid === undefined) return errorListAnswer({ Code: codes.fieldMissing, ShortText: 'Property roomid is required' });
		if (rooms.some((room) => room.roomid === roomid)) return typedErrorAnswer(roomid, 'Room Already Exists');
		return [...rooms, roomOf(roomid, entry.GuestRoom, INCOMPLETE)];
	}
	const { roomid } = entry;
	const there = rooms.find((room) => room.roomid === roomid);
	if (!there) return typedErrorAnswer(null, 'Room does not Exists');
	if (entry.InvStatusType === 'Delete') return rooms.filter((room) => room !== there);
	const changed = entry.InvStatusType === 'Modify' ? roomOf(roomid, entry.GuestRoom, there.status) : { ...there, status: entry.InvStatusType === 'Active' ? ON : OFF };
	return rooms.map((room) => (room === there ? changed : room));
}

/** What is listed of a room type: nothing of what was there before. */
function roomOf(roomid: string, { Occupancy, Room, Description }: GuestRoom, status: string): RoomType {
	return {
		roomid,
		roomname: Description.Text,
		roomtype: Room.RoomType,
		maximumoccupancy: Occupancy.MaxOccupancy,
		status,
		quantity: Room.Quantity ?? '0',
		sizemeasurement: Room.SizeMeasurement ?? '',
		sizemeasurementunit: Room.SizeMeasurement === undefined ? '' : (Room.SizeMeasurementUnit ?? 'sqm'),
		rate: Room.RoomRate,
	};
}

/**
 * All that is done with rate plans (content/rate-plan). A removed one is gone, or off: which of the two Su does is not clear, so that is a setting.
 * Invented: that all are left as they are where one is refused.
 */
export function changeRatePlans(state: SandboxState<SuSettings>, holdings: Holdings): SuHandler<'changeRatePlans'> {
	return ({ body: { RatePlans: { hotelid, RatePlan: entries } } }) => {
		const house = holdings.find(hotelid);
		if (!house) return { status: 400, body: errorListAnswer(unknownHotelFault(hotelid)) };
		let ratePlans: readonly RatePlan[] = house.ratePlans;
		for (const entry of entries) {
			const changed = withPlan(ratePlans, entry, state.settings.ratePlanRemoval);
			if ('Status' in changed) return { status: 400, body: changed };
			ratePlans = changed;
		}
		holdings.change(hotelid, (held) => ({ ...held, ratePlans }));
		return { status: 200, body: { Status: 'Success' } };
	};
}

function withPlan(plans: readonly RatePlan[], entry: RatePlanEntry, removal: SuSettings['ratePlanRemoval']): readonly RatePlan[] | ErrorListAnswer {
	const { rateplanid, RatePlanNotifType: type } = entry;
	const there = plans.find((plan) => plan.rateplanid === rateplanid);
	const refuse = (Code: string, how: string) => errorListAnswer({ Code, ShortText: `Requested rate does not qualify. Rate with id ${rateplanid} ${how}` });
	if (type === 'New' && there) return refuse(codes.ratePlanExists, 'already exists');
	if (type === 'New') return [...plans, planOf(entry, ON)];
	if (!there) return refuse(codes.unknownRatePlan, 'not exists');
	if (type === 'Remove' && removal === 'deletes') return plans.filter((plan) => plan !== there);
	const changed = type === 'Overlay' ? planOf(entry, there.status) : { ...there, status: type === 'Activate' ? ON : OFF };
	return plans.map((plan) => (plan === there ? changed : plan));
}

function planOf({ rateplanid, MealPlanID, Description }: Extract<RatePlanEntry, { Description: object }>, status: string): RatePlan {
	return { rateplanid, rateplanname: Description.Name, mealplanid: MealPlanID ?? '15', description: Description.Text ?? '', status };
}
