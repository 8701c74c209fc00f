import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { PartnerRequest } from '../../../engine/http/request';
import type { FieldReader } from '../../../engine/items/fields';
import type { ChannelSetupRequest } from '../shared/contract';
import { suPath } from '../shared/requests';
import type { NamedConnection } from './connection';

/** The page of Su's documents, for messages. */
export const SETUP = 'Channel Password Setup';

/** The call, and how much of it is documented. */
export const setupSource = {
	call: 'POST /SUAPI/jservice/OTA_Setup',
	standing: "documented, at Su's production host only; which fields a channel wants, and what a removal needs and is answered with, are not certain",
} as const;

/** One page has the code of the channel as a number in one sample and as text in another. */
export const codeAsNumber: INodeProperties = {
	displayName: 'Channel ID as Number',
	name: 'channelIdAsNumber',
	type: 'boolean',
	default: false,
	description: "Whether to send the code of the channel as a number. Su's samples show both; it goes out as text.",
};

/** Whether it is wanted. Faults are noted in `fields`. */
export function isCodeANumber(fields: FieldReader): boolean {
	return fields.optionalFlag('options.channelIdAsNumber', { label: codeAsNumber.displayName }) ?? false;
}

/**
 * Connects a property to a channel, changes the connection, or takes it away, `POST OTA_Setup`
 * (channel-mapping-api-1/get-api-channel/channel-list-1/channel-password-setup).
 *
 * @param further what the channel wants beside
 * @param secrets values in it that must not be shown
 */
export function setupRequest(
	{ hotelId, channelId, channelHotelId, isNumber }: NamedConnection & { isNumber: boolean },
	action: ChannelSetupRequest['action'],
	status: ChannelSetupRequest['status'],
	further: IDataObject = {},
	secrets: string[] = [],
): PartnerRequest {
	const body: ChannelSetupRequest = {
		hotelid: hotelId,
		action,
		channelid: isNumber ? Number(channelId) : channelId,
		status,
		...(channelHotelId === '' ? {} : { channelhotelid: channelHotelId }),
		...further,
	};
	return { method: 'POST', path: suPath('OTA_Setup'), body: body as IDataObject, secrets };
}
