import type { IDataObject } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import { fieldsOf, isSimplified, simplify } from '../../../engine/items/simplify';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { isObject } from '../../../engine/values';
import { channelId, hotelId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { connectionsIn, mappingsRequest } from '../shared/mappings';
import { explainRefusal } from '../shared/refusal';

interface Parameters {
	hotelId: string;
	/** `''` for all channels. */
	channelId: string;
	isSimplified: boolean;
}

/** What is mapped, `POST mappings` (logs/currently-mapped-ota-channels). */
export const getMappings: RepeatableOperation<Parameters> = {
	name: 'getMappings',
	displayName: 'Get Mappings',
	action: 'Get mappings of a property',
	description: 'List the channels to which a property is connected, one item for each connection, with the rate plans that are mapped there',
	effect: 'read',
	source: { call: 'POST /SUAPI/jservice/mappings', standing: 'documented; values of status but Active, and what a property without channels is answered with, are not' },
	properties: [hotelId, { ...channelId, description: 'Only the connections of this channel. Leave it empty for all channels.' }, simplify],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters: Parameters = {
			hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
			channelId: fields.optionalText('channelId', { label: LABELS.channelId }),
			isSimplified: isSimplified(fields),
		};
		fields.done('The request');
		return parameters;
	},

	request: (parameters) => mappingsRequest(parameters.hotelId, parameters.channelId),
	items: (answer, parameters) => connectionsIn(answer).map((connection) => (parameters.isSimplified ? mainFields(connection) : connection)),
	explain: explainRefusal,
};

/** What tells which room and rate plan of the property is which of the channel. */
function mainFields(connection: IDataObject): IDataObject {
	const small = fieldsOf(connection, ['ChannelID', 'ChannelHotelID', 'Status', 'RoomIDs', 'Rateplans']);
	if (!Array.isArray(small.Rateplans)) return small;
	const plans = (small.Rateplans as unknown[]).filter(isObject);
	return { ...small, Rateplans: plans.map((plan) => fieldsOf(plan, ['PMSRoomID', 'PMSRateID', 'ChannelRoomID', 'ChannelRateID', 'MappingStatus'])) };
}
