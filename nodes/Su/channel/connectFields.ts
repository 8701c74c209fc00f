import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { withoutGaps } from '../../../engine/values';

/** What channels want or take beside (the pages of channel-password-setup of single channels). In the order of their names, as n8n wants long lists. */
export const channelFields: INodeProperties = {
	displayName: 'Channel Fields',
	name: 'channelFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What depends on the channel. Which channel wants which is not known for all: what is left out is not sent.',
	options: [
		{ displayName: 'Age of Children', name: 'childAge', type: 'number', typeOptions: { minValue: 0 }, default: 12, description: 'Up to which age a guest is a child (childage)' },
		{ displayName: 'Age of Infants', name: 'infantAge', type: 'number', typeOptions: { minValue: 0 }, default: 2, description: 'Up to which age a guest is an infant (infantage)' },
		{ displayName: 'Connection Name', name: 'connectionName', type: 'string', default: '', placeholder: 'e.g. Harbour View main', description: 'A name for the connection (connection_name)' },
		{ displayName: 'Convert Rates', name: 'convertRates', type: 'string', default: '', placeholder: "e.g. as the channel's page says", description: 'Whether rates are converted (convertrates). Su does not say which values it takes: sent as typed in.' },
		{ displayName: 'Currency', name: 'currency', type: 'string', default: '', placeholder: 'e.g. EUR', description: 'Three letters; most channels want it' },
		{ displayName: 'Override PMS Authorization', name: 'overridePmsAuth', type: 'boolean', default: false, description: 'Whether override_pms_auth is sent as 1. What it does Su does not say.' },
		{
			displayName: 'Pricing Model',
			name: 'pricingModel',
			type: 'options',
			options: [
				{ name: 'By Occupancy', value: 'OBP' },
				{ name: 'By Room', value: 'RP' },
			],
			default: 'RP',
			description: 'How the channel prices (pricingmodel)',
		},
	],
};

/** What is set of it, in Su's names. Faults are noted in `fields`. */
export function readChannelFields(fields: FieldReader): IDataObject {
	const text = (name: string, label: string) => {
		const value = fields.optionalText(`channelFields.${name}`, { label });
		return value === '' ? undefined : value;
	};
	const age = (name: string, label: string) => fields.optionalNumber(`channelFields.${name}`, { label, whole: true })?.toString();
	const overrides = fields.optionalFlag('channelFields.overridePmsAuth', { label: 'Override PMS Authorization' });
	const currency = text('currency', 'Currency')?.toUpperCase();
	if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) fields.fault('Currency', 'must be three letters, such as EUR');
	const pricing = text('pricingModel', 'Pricing Model');
	if (pricing !== undefined && !['OBP', 'RP'].includes(pricing)) fields.fault('Pricing Model', 'must be one of OBP, RP');
	return withoutGaps({
		childage: age('childAge', 'Age of Children'),
		infantage: age('infantAge', 'Age of Infants'),
		connection_name: text('connectionName', 'Connection Name'),
		convertrates: text('convertRates', 'Convert Rates'),
		currency,
		override_pms_auth: overrides === undefined ? undefined : overrides ? '1' : '0',
		pricingmodel: pricing,
	});
}
