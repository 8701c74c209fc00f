import type { IDataObject } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import { fieldsOf } from '../../../engine/items/simplify';
import { resourceLocatorField } from '../../../engine/listSearch/resourceLocator';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { withoutSecrets } from '../../../engine/redact';
import { textOf, withoutGaps } from '../../../engine/values';
import type { ListName } from '../listSearch';
import { amountOf, factorIn } from '../shared/amount';
import { channelId, hotelId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { explainRefusal, objectsIn, takenAnswer } from '../shared/refusal';
import { connectionThing, mayBeOneConnection, type NamedConnection } from './connection';
import { channelFields, readChannelFields } from './connectFields';
import { furtherFields, readFurtherFields } from './furtherFields';
import { codeAsNumber, isCodeANumber, SETUP, setupRequest, setupSource } from './setup';
import { readStatus, statusField } from './status';

interface Parameters extends NamedConnection {
	isNumber: boolean;
	status: 'Active' | 'Inactive';
	/** What the channel wants beside, by Su's names. */
	further: IDataObject;
	secrets: string[];
}

/** Names of the request that fields of their own stand for. */
const TAKEN = ['hotelid', 'action', 'channelid', 'status', 'channelhotelid', 'defaultmultiplier', 'defaultsurcharge'];

/** What the answer names of each rate plan of the channel (channel-password-setup). */
const OF_RATE_PLAN = ['type', 'rateplan', 'channelroomname', 'channelroomid', 'channelratename', 'channelrateid', 'mappingstring'];

/** Connects a property to a channel, as `setupRequest` says. It sets a state, so sending it again changes nothing. */
export const connect: RepeatableOperation<Parameters> = {
	name: 'connect',
	displayName: 'Connect',
	action: 'Connect a channel',
	description: 'Connect a property to a channel, or change how it is connected',
	effect: 'repeatable',
	source: setupSource,
	properties: [
		hotelId,
		{
			...channelId,
			required: true,
			...resourceLocatorField<ListName>('searchChannelCodes', { displayName: 'By ID', name: 'id', placeholder: 'e.g. 19' }),
			description: "Code of the channel, such as 19 for Booking.com. The list shows the channels of Su's documents. Su's page shows this call at its production host only: whether the sandbox has it is not certain.",
		},
		{
			displayName: LABELS.channelHotelId,
			name: 'channelHotelId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1234567',
			description: "The channel's own number of the hotel. Leave it empty for a channel that has none: then Su gives one.",
		},
		statusField('the connection'),
		{
			displayName: 'Default Multiplier',
			name: 'defaultMultiplier',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 6 },
			default: 1,
			required: true,
			description: 'Prices are multiplied by it for the channel, such as 1.1 for ten percent more',
		},
		{
			displayName: 'Default Surcharge',
			name: 'defaultSurcharge',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: 0,
			description: 'Added to prices for the channel, in the currency of the property',
		},
		channelFields,
		furtherFields,
	],
	options: [codeAsNumber],

	parameters(read) {
		const fields = new FieldReader(read);
		const secrets = readFurtherFields(fields, TAKEN);
		const parameters: Parameters = {
			hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
			channelId: String(fields.wholeNumber('channelId', { label: LABELS.channelId })),
			channelHotelId: fields.optionalText('channelHotelId', { label: LABELS.channelHotelId }),
			isNumber: isCodeANumber(fields),
			status: readStatus(fields),
			further: {
				defaultmultiplier: Number(factorIn(fields, 'defaultMultiplier', 'Default Multiplier')),
				defaultsurcharge: Number(fields.kind('defaultSurcharge', { label: 'Default Surcharge' }, amountOf({ zero: true }), '')),
				...readChannelFields(fields),
				...secrets,
			},
			// Su may repeat a value without the blanks at its ends.
			secrets: [...new Set(Object.values(secrets).flatMap((value) => [value, value.trim()]))],
		};
		fields.done('The connection');
		return parameters;
	},

	replaces: { thing: connectionThing, isSame: mayBeOneConnection },

	request: (parameters) => setupRequest(parameters, 'setup', parameters.status, parameters.further, parameters.secrets),

	items(answer, { hotelId: hotel, channelId: channel, channelHotelId, status, secrets }) {
		const body = takenAnswer(answer, SETUP);
		const ratePlans = (objectsIn(body.channelmapping) ?? []).map((row) => hidden(fieldsOf(row, OF_RATE_PLAN), secrets));
		const issued = textOf(body.channelhotelid)?.trim();
		return [{ saved: true, hotelId: hotel, channelId: channel, channelHotelId: issued ?? (channelHotelId === '' ? null : channelHotelId), status, ratePlans }];
	},

	explain: explainRefusal,
};

/** The values as text, without what must not be shown. */
function hidden(row: IDataObject, secrets: readonly string[]): IDataObject {
	return withoutGaps(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? withoutSecrets(value, secrets) : textOf(value)])));
}
