import type { IDataObject } from 'n8n-workflow';

/** What a change is about: a room type of a property, and days, both ends included. */
export interface RoomDays {
	hotelId: string;
	roomId: string;
	from: string;
	to: string;
}

/** Whether two ids may be one at Su, as far as capitals go: whether those count, it does not say. */
export function mayBeOneId(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}

/** Whether two changes are about the same room type and have a day in common. */
export function haveCommonDay(one: RoomDays, other: RoomDays): boolean {
	return mayBeOneId(one.hotelId, other.hotelId) && mayBeOneId(one.roomId, other.roomId) && one.from <= other.to && other.from <= one.to;
}

/** Whether the earlier of two changes sets something that the later one sets to another value. */
export function setOtherwise(earlier: object, later: object): boolean {
	const before = earlier as IDataObject;
	return Object.entries(later).some(([name, value]) => value !== undefined && before[name] !== undefined && JSON.stringify(before[name]) !== JSON.stringify(value));
}
