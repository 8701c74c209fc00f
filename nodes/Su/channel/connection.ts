import type { IDataObject } from 'n8n-workflow';

import { isObject, textOf } from '../../../engine/values';
import type { OfProperty } from '../shared/lists';

/** Which connection of a property is meant. */
export interface NamedConnection extends OfProperty {
	channelId: string;
	/** The channel's own number of the hotel; `''` for any of the channel. */
	channelHotelId: string;
}

/** Which room type and rate plan of a connection is meant. */
export interface NamedMapping extends NamedConnection {
	roomId: string;
	ratePlanId: string;
}

/** Whether a connection of the property's mappings (logs/currently-mapped-ota-channels) is the one that is meant. */
export function isConnection({ ChannelID, ChannelHotelID }: IDataObject, { channelId, channelHotelId }: NamedConnection): boolean {
	return idOf(ChannelID) === channelId && (channelHotelId === '' || idOf(ChannelHotelID) === channelHotelId);
}

/** By what connections of a run are put in order: those of a channel, as one without a number may be any of them. */
export function connectionThing({ hotelId, channelId }: NamedConnection): string {
	return JSON.stringify([hotelId, channelId]).toLowerCase();
}

/** Whether two connections of one channel may be the same. */
export function mayBeOneConnection({ channelHotelId: one }: NamedConnection, { channelHotelId: other }: NamedConnection): boolean {
	return one === '' || other === '' || one === other;
}

/** What is mapped for a room type and rate plan, of all connections that are meant. */
export function mappedIn(connections: readonly IDataObject[], wanted: NamedMapping): IDataObject[] {
	const rows = connections.filter((each) => isConnection(each, wanted)).flatMap(({ Rateplans }) => (Array.isArray(Rateplans) ? (Rateplans as unknown[]) : []));
	return rows.filter(isObject).filter((row) => isMapping(row, wanted));
}

/**
 * Whether mappings in which something is not mapped show that it is so no more: each connection in which it was mapped is there, with a list of
 * rate plans that can be read. A list that is empty all of a sudden may be an answer that holds nothing.
 *
 * @param before the connections as they were before; undefined where that is not known
 */
export function showsUnmapped(connections: readonly IDataObject[], wanted: NamedMapping, before: readonly IDataObject[] | undefined): boolean {
	const held = before?.filter((each) => mappedIn([each], wanted).length > 0) ?? [];
	if (held.length > 0) {
		return held.every((was) => {
			const hadOthers = (was.Rateplans as unknown[]).some((row) => !isObject(row) || !isMapping(row, wanted));
			return connections.some((each) => isSame(each, was) && isReadable(each, hadOthers));
		});
	}
	// Which of several connections it was mapped in is not known then.
	return wanted.channelHotelId !== '' && connections.some((each) => isConnection(each, wanted) && isReadable(each, true));
}

/** Whether both are the same connection, at another time. */
function isSame(one: IDataObject, other: IDataObject): boolean {
	return idOf(one.ChannelID) === idOf(other.ChannelID) && idOf(one.ChannelHotelID) === idOf(other.ChannelHotelID);
}

/** Whether what is mapped in a connection can be read, all of it. @param hadOthers whether something else was mapped in it, or may have been */
function isReadable({ Rateplans }: IDataObject, hadOthers: boolean): boolean {
	if (!Array.isArray(Rateplans) || (hadOthers && Rateplans.length === 0)) return false;
	return (Rateplans as unknown[]).every((row) => isObject(row) && [row.PMSRoomID, row.PMSRateID].every((id) => typeof id === 'string' || typeof id === 'number'));
}

function isMapping({ PMSRoomID, PMSRateID }: IDataObject, { roomId, ratePlanId }: NamedMapping): boolean {
	return idOf(PMSRoomID) === roomId && idOf(PMSRateID) === ratePlanId;
}

/** The connections of a property in a few words, such as `19 (1234567)`. */
export function namesOf(connections: readonly IDataObject[]): string {
	const names = connections.map(({ ChannelID, ChannelHotelID }) => `${idOf(ChannelID)} (${idOf(ChannelHotelID)})`);
	return names.length === 0 ? 'none' : names.join(', ');
}

function idOf(value: unknown): string {
	return textOf(value)?.trim() ?? '';
}
