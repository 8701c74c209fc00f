import { FieldReader } from '../../../engine/items/fields';
import { fieldsOf, isSimplified, simplify } from '../../../engine/items/simplify';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import type { ChannelRatePlansRequest } from '../shared/contract';
import { channelHotelId, channelId, hotelId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { explainRefusal, rowsIn } from '../shared/refusal';
import { suPath } from '../shared/requests';

interface Parameters {
	hotelId: string;
	channelId: string;
	channelHotelId: string;
	isSimplified: boolean;
}

/** What tells one rate plan of the channel from another, and whether it is mapped. */
const MAIN_FIELDS = ['type', 'roomtype_id', 'roomtypename', 'rateplan_id', 'rateplanname', 'mappedname', 'mappingformula', 'mapping_rateplan'];

/** The channel's own rooms and rate plans, `POST OTARateplanPull` (logs/ota-rateplan-pull-api). Su asks the channel. */
export const getRatePlans: RepeatableOperation<Parameters> = {
	name: 'getRatePlans',
	displayName: 'Get Rate Plans',
	action: 'Get rate plans of a channel',
	description: 'List the rooms and rate plans that a channel itself has for the hotel, mapped or not',
	effect: 'read',
	source: { call: 'POST /SUAPI/jservice/OTARateplanPull', standing: 'documented; how it refuses is not' },
	properties: [
		hotelId,
		{ ...channelId, required: true },
		{ ...channelHotelId, required: true },
		simplify,
	],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters: Parameters = {
			hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
			channelId: fields.code('channelId', { label: LABELS.channelId }),
			channelHotelId: fields.code('channelHotelId', { label: LABELS.channelHotelId }),
			isSimplified: isSimplified(fields),
		};
		fields.done('The request');
		return parameters;
	},

	request(parameters) {
		const body: ChannelRatePlansRequest = { hotelid: parameters.hotelId, channelid: parameters.channelId, channelhotelid: parameters.channelHotelId };
		return { method: 'POST', path: suPath('OTARateplanPull'), body };
	},

	items: (answer, parameters) => rowsIn(answer, 'data', 'OTA Rateplan Pull').map((row) => fieldsOf(row, parameters.isSimplified ? MAIN_FIELDS : undefined)),
	explain: explainRefusal,
};
