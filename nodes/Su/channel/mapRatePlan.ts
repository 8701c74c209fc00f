import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { explainRefusal, takenAnswer } from '../shared/refusal';
import { connectionThing, mayBeOneConnection } from './connection';
import { atChannelFields, MAP, mapRequest, mappingFields, mappingIds, mapSource, readMapping, type MappingParameters } from './mapping';
import { mappingOptions, pricing, readMappingOptions, readPricing } from './mappingFields';
import { mappingsReadBack } from './readBackMapping';
import { readStatus, statusField } from './status';

/** Maps a room type with a rate plan at a channel, as `mapRequest` says. It sets a state, so sending it again changes nothing; then the mappings are read. */
export const mapRatePlan: RepeatableOperation<MappingParameters> = {
	name: 'mapRatePlan',
	displayName: 'Map Rate Plan',
	action: 'Map a rate plan at a channel',
	description: 'Map a room type with a rate plan at a channel, say how prices are reckoned for it, and read back what Su holds',
	effect: 'repeatable',
	source: mapSource,
	properties: [
		...mappingFields,
		pricing,
		statusField('the mapping'),
		...atChannelFields,
		mappingOptions,
	],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters: MappingParameters = {
			...readMapping(fields),
			status: readStatus(fields),
			pricing: readPricing(fields),
			further: readMappingOptions(fields),
		};
		fields.done('The mapping');
		return parameters;
	},

	replaces: {
		thing: (parameters) => `${connectionThing(parameters)}${JSON.stringify([parameters.roomId, parameters.ratePlanId]).toLowerCase()}`,
		isSame: mayBeOneConnection,
	},

	request: (parameters) => mapRequest(parameters, 'setup', parameters.status, { pricing: parameters.pricing, ...parameters.further }),

	items(answer, parameters) {
		takenAnswer(answer, MAP);
		return [{ mapped: true, ...mappingIds(parameters) }];
	},

	lookBack: mappingsReadBack,

	explain: explainRefusal,
};
