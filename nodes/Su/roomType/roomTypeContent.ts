import type { Fault } from '../../../engine/failure';
import type { FieldReader } from '../../../engine/items/fields';
import type { PartnerRequest } from '../../../engine/http/request';
import { countryCode, price, size, wholeWithin, wordOf } from '../shared/contentKinds';
import type { Facilities, GuestRoom, RoomAddress, RoomTypesRequest } from '../shared/contract';
import { readFacilities } from '../shared/facilities';
import { filledIn } from '../shared/panelFields';
import { PLACE_KINDS, PLACE_LABELS } from '../shared/place';
import { suPath } from '../shared/requests';
import { ROOM_LABELS as LABELS } from './roomTypeFields';

/** The page of Su's documents, for messages. */
export const ROOM_PAGE = 'Room Type';

/** Most guests of a room, most rooms of a type, and most characters (content/room-type; of rooms Su states no number). */
const MOST = { guests: 999, rooms: 99_999, description: 2_000, postalCode: 10 } as const;

/** A room type as the panel asks for it, in Su's spelling. Text that was left empty is `''`. */
export interface RoomTypeContent {
	hotelId: string;
	roomId: string;
	roomName: string;
	roomType: string;
	maxOccupancy: string;
	maxChildOccupancy: string;
	roomRate: string;
	quantity: string;
	size: string;
	/** `''` without a size. */
	sizeUnit: '' | 'sqft' | 'sqm';
	roomDescription: string;
	address: RoomAddress;
	position: GuestRoom['Position'];
	facilities: Facilities | undefined;
}

/** Reads all but the ids. What Su requires of a new one may be left empty in a change. Faults are noted in `fields`. */
export function readRoomTypeContent(fields: FieldReader, isNew: boolean): Omit<RoomTypeContent, 'hotelId' | 'roomId'> {
	const kind = (name: 'maxOccupancy' | 'roomRate', of: Parameters<FieldReader['kind']>[2]) =>
		String((isNew ? fields.kind(name, { label: LABELS[name] }, of, '') : fields.optionalKind(name, { label: LABELS[name] }, of)) ?? '');
	const text = (name: 'roomName' | 'roomType') => (isNew ? fields.text(name, { label: LABELS[name] }) : fields.optionalText(name, { label: LABELS[name] }));
	const content = {
		roomName: text('roomName'),
		roomType: text('roomType'),
		maxOccupancy: kind('maxOccupancy', wholeWithin(1, MOST.guests)),
		maxChildOccupancy: fields.kind('maxChildOccupancy', { label: LABELS.maxChildOccupancy }, wholeWithin(0, MOST.guests - 1), ''),
		roomRate: kind('roomRate', price),
		quantity: fields.optionalKind('additionalFields.quantity', { label: LABELS.quantity }, wholeWithin(0, MOST.rooms)) ?? '',
		...readSize(fields),
		roomDescription: fields.optionalText('additionalFields.roomDescription', { label: LABELS.roomDescription, longest: MOST.description }),
		address: readAddress(fields),
		position: readRoomPosition(fields),
		facilities: readFacilities(fields),
	};
	for (const { field, expected } of roomTypeFaults(content)) fields.fault(field, expected);
	return content;
}

/** What does not fit together; what was left empty fits. */
export function roomTypeFaults({ maxOccupancy, maxChildOccupancy }: Pick<RoomTypeContent, 'maxOccupancy' | 'maxChildOccupancy'>): Fault[] {
	const isTooMany = maxOccupancy !== '' && maxChildOccupancy !== '' && Number(maxChildOccupancy) >= Number(maxOccupancy);
	return isTooMany ? [{ field: LABELS.maxChildOccupancy, expected: `${maxChildOccupancy} must be below ${LABELS.maxOccupancy} (${maxOccupancy})` }] : [];
}

function readSize(fields: FieldReader): Pick<RoomTypeContent, 'size' | 'sizeUnit'> {
	const value = fields.optionalKind('additionalFields.size', { label: LABELS.size }, size) ?? '';
	const given = fields.optionalKind('additionalFields.sizeUnit', { label: LABELS.sizeUnit }, wordOf(['sqft', 'sqm'] as const));
	if (value === '' && given !== undefined && !fields.isFaultyAt(LABELS.size)) fields.fault(LABELS.sizeUnit, `goes with ${LABELS.size} alone. Fill in ${LABELS.size}, or remove the unit`);
	return { size: value, sizeUnit: value === '' ? '' : (given ?? 'sqm') };
}

function readAddress(fields: FieldReader): RoomAddress {
	const text = (name: 'addressLine' | 'cityName' | 'postalCode', longest?: number) =>
		fields.optionalText(`additionalFields.${name}`, { label: PLACE_LABELS[name], ...(longest === undefined ? {} : { longest }) });
	return filledIn({
		AddressLine: text('addressLine'),
		CityName: text('cityName'),
		PostalCode: text('postalCode', MOST.postalCode),
		CountryName: fields.optionalKind('additionalFields.countryName', { label: PLACE_LABELS.countryName }, countryCode) ?? '',
	});
}

/** Both parts, or undefined where neither is there. */
function readRoomPosition(fields: FieldReader): GuestRoom['Position'] {
	const part = (name: 'latitude' | 'longitude') => fields.optionalKind(`additionalFields.${name}`, { label: PLACE_LABELS[name] }, PLACE_KINDS[name]);
	const [Latitude, Longitude] = [part('latitude'), part('longitude')];
	if (Latitude !== undefined && Longitude !== undefined) return { Latitude, Longitude };
	const missing = Latitude === undefined ? 'latitude' : 'longitude';
	if ((Latitude ?? Longitude) !== undefined && !fields.isFaultyAt(PLACE_LABELS[missing])) fields.fault(PLACE_LABELS[missing], 'must be filled in: a position has two parts');
	return undefined;
}

function guestRoom(content: RoomTypeContent, roomid?: string): GuestRoom {
	const { roomName: Text, maxOccupancy: MaxOccupancy, maxChildOccupancy: MaxChildOccupancy, roomRate: RoomRate, roomType: RoomType, address, position, facilities } = content;
	const sized = content.size === '' || content.sizeUnit === '' ? filledIn({ SizeMeasurement: content.size }) : { SizeMeasurement: content.size, SizeMeasurementUnit: content.sizeUnit };
	return {
		Occupancy: { MaxOccupancy, MaxChildOccupancy },
		Room: { ...(roomid === undefined ? {} : { roomid }), RoomRate, RoomType, ...filledIn({ Quantity: content.quantity }), ...sized },
		...(facilities ? { Facilities: facilities } : {}),
		...(position ? { Position: position } : {}),
		...(Object.keys(address).length === 0 ? {} : { Address: address }),
		Description: { Text, ...filledIn({ RoomDescription: content.roomDescription }) },
	};
}

/** A room type as one entry of the call that does all with room types, `POST OTA_HotelRoom` (content/room-type). */
export function roomTypeRequest(hotelid: string, entry: RoomTypesRequest['SellableProducts']['SellableProduct'][number]): PartnerRequest {
	const body: RoomTypesRequest = { SellableProducts: { hotelid, SellableProduct: [entry] } };
	return { method: 'POST', path: suPath('OTA_HotelRoom'), body };
}

/** Creates a room type. Its id stands in `GuestRoom`, and there is no `InvNotifType`: with one Su refuses it (code 900, seen by an integrator). */
export function newRoomTypeRequest(content: RoomTypeContent): PartnerRequest {
	return roomTypeRequest(content.hotelId, { InvStatusType: 'Initial', GuestRoom: guestRoom(content, content.roomId) });
}

/** Replaces what Su has of a room type. */
export function changedRoomTypeRequest(content: RoomTypeContent): PartnerRequest {
	return roomTypeRequest(content.hotelId, { InvNotifType: 'Overlay', InvStatusType: 'Modify', roomid: content.roomId, GuestRoom: guestRoom(content) });
}
