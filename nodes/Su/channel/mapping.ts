import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { PartnerRequest } from '../../../engine/http/request';
import type { FieldReader } from '../../../engine/items/fields';
import type { RatePlanMapRequest } from '../shared/contract';
import { channelHotelId, channelId, hotelId, ratePlanId, roomId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { suPath } from '../shared/requests';
import type { NamedMapping } from './connection';

/** The page of Su's documents, for messages. */
export const MAP = 'Rate Plan Mapping API';

/** The call, and how much of it is documented. */
export const mapSource = {
	call: 'POST /SUAPI/jservice/OTA_RatePlanMap',
	standing: "documented, at Su's production host only; which fields a channel wants, and what a removal needs and is answered with, are not certain",
} as const;

/** What is mapped, and where: its own IDs at the channel are for channels that want them. */
export interface WantedMapping extends NamedMapping {
	channelRoomId: string;
	channelRateId: string;
}

/** A mapping that is to be, as plain data. */
export interface MappingParameters extends WantedMapping {
	status: 'Active' | 'Inactive';
	pricing: NonNullable<RatePlanMapRequest['pricing']>;
	/** What else is sent, in Su's names. */
	further: IDataObject;
}

/** The fields that say which room type and rate plan is meant at which channel. */
export const mappingFields: INodeProperties[] = [
	hotelId,
	{ ...channelId, required: true, description: "Code of the channel, such as 19 for Booking.com. The list shows the channels to which the property is connected. Su's page shows this call at its production host only: whether the sandbox has it is not certain." },
	roomId,
	{ ...ratePlanId, required: true, description: 'Your own ID of the rate plan (rateplanid)' },
];

/** The channel's own IDs, for channels that want them. */
export const atChannelFields: INodeProperties[] = [
	{ ...channelHotelId, description: "The channel's own number of the hotel. Su shows it for Expedia and Traveloka; needed, too, where the property is connected to the channel more than once. Left empty, it is not sent." },
	{
		displayName: 'Channel Room ID',
		name: 'channelRoomId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 123456701',
		description: "The channel's own number of the room, as Channel: Get Rate Plans shows it (roomtype_id). Su shows it for Expedia and Traveloka; left empty, it is not sent.",
	},
	{
		displayName: 'Channel Rate ID',
		name: 'channelRateId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 987001',
		description: "The channel's own number of the rate plan, as Channel: Get Rate Plans shows it (rateplan_id). Su shows it for Expedia and Traveloka; left empty, it is not sent.",
	},
];

/** Faults are noted in `fields`. */
export function readMapping(fields: FieldReader): WantedMapping {
	return {
		hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
		channelId: fields.code('channelId', { label: LABELS.channelId }),
		channelHotelId: fields.optionalText('channelHotelId', { label: LABELS.channelHotelId }),
		roomId: fields.code('roomId', { label: LABELS.roomId }),
		ratePlanId: fields.code('ratePlanId', { label: LABELS.ratePlanId }),
		channelRoomId: fields.optionalText('channelRoomId', { label: 'Channel Room ID' }),
		channelRateId: fields.optionalText('channelRateId', { label: 'Channel Rate ID' }),
	};
}

/**
 * Maps a room type with a rate plan at a channel, or takes that away, `POST OTA_RatePlanMap`
 * (channel-mapping-api-1/get-api-channel/channel-list-1/rate-plan-mapping-api).
 *
 * @param further what else is sent, in Su's names
 */
export function mapRequest(wanted: WantedMapping, action: RatePlanMapRequest['action'], status: RatePlanMapRequest['status'], further: IDataObject = {}): PartnerRequest {
	const body: RatePlanMapRequest = {
		hotelid: wanted.hotelId,
		action,
		channelid: wanted.channelId,
		status,
		roomid: wanted.roomId,
		rateid: wanted.ratePlanId,
		...(wanted.channelHotelId === '' ? {} : { channelhotelid: wanted.channelHotelId }),
		...(wanted.channelRoomId === '' ? {} : { channelroomid: wanted.channelRoomId }),
		...(wanted.channelRateId === '' ? {} : { channelrateid: wanted.channelRateId }),
		...further,
	};
	return { method: 'POST', path: suPath('OTA_RatePlanMap'), body: body as IDataObject };
}

/** What outputs name of it. */
export function mappingIds({ hotelId: hotel, channelId: channel, channelHotelId: atChannel, roomId: room, ratePlanId: plan }: WantedMapping): IDataObject {
	return { hotelId: hotel, channelId: channel, channelHotelId: atChannel === '' ? null : atChannel, roomId: room, ratePlanId: plan };
}
