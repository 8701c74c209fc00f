import type { INodeProperties } from 'n8n-workflow';

import { ExactNumber } from '../../../engine/http/exactNumber';
import type { FieldReader } from '../../../engine/items/fields';
import { path } from '../../../engine/transport/path';
import { onlyGiven } from '../shared/bodies';
import { change } from '../shared/change';
import { LABELS, naturalPersonId, readId } from '../shared/fields';
import { openChoice, readOpenChoice } from '../shared/openChoice';
import { actingAs } from '../shared/requestor';
import { NATURAL_PERSON } from '../shared/things';

/** Makes a profile, or changes one that is there. */
const METHODS = ['POST', 'PATCH'] as const;

interface Content {
	id: string;
	assetType: string;
	method: (typeof METHODS)[number];
	hasKnowledge: boolean;
	hasExperience: boolean;
	tradingExperience: { yearsOfExperience?: ExactNumber | string; numberOfTrades?: ExactNumber | string; tradeVolume?: ExactNumber | string };
}

const GUESS = "Only the member's name is documented: a number goes out as a number, anything else as a word";

const experience = (displayName: string, name: string, placeholder: string): INodeProperties => ({ displayName, name, type: 'string', default: '', placeholder, description: GUESS });

const properties: INodeProperties[] = [
	naturalPersonId,
	openChoice('assetType', 'Asset Type', ['BOND', 'CRYPTOCURRENCY'], 'What the person knows of. The values for this call are not published; these two name kinds of assets elsewhere', { required: true }),
	{
		displayName: 'Profile',
		name: 'method',
		type: 'options',
		options: [
			{ name: 'Is New', value: 'POST' },
			{ name: 'Is There Already', value: 'PATCH' },
		],
		default: 'POST',
		description: 'Whether Tradevest has a profile of this person and asset type already. Both calls are documented, when to use which is not.',
	},
	{ displayName: 'Has Knowledge', name: 'hasKnowledge', type: 'boolean', default: false, description: 'Whether the person knows this kind of assets' },
	{ displayName: 'Has Experience', name: 'hasExperience', type: 'boolean', default: false, description: 'Whether the person has traded this kind of assets' },
	{
		displayName: 'Trading Experience',
		name: 'tradingExperience',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [experience('Number of Trades', 'numberOfTrades', 'e.g. 12'), experience('Trade Volume', 'tradeVolume', 'e.g. 10000'), experience('Years of Experience', 'yearsOfExperience', 'e.g. 5')],
	},
];

function read(fields: FieldReader): Content {
	const told = (name: string, label: string) => numberOrWord(fields.optionalText(`tradingExperience.${name}`, { label }));
	return {
		id: readId(fields, 'naturalPersonId', LABELS.naturalPersonId),
		assetType: readOpenChoice(fields, 'assetType', 'Asset Type'),
		method: fields.oneOf('method', { label: 'Profile' }, METHODS),
		hasKnowledge: fields.flag('hasKnowledge', { label: 'Has Knowledge' }),
		hasExperience: fields.flag('hasExperience', { label: 'Has Experience' }),
		tradingExperience: onlyGiven({
			yearsOfExperience: told('yearsOfExperience', 'Years of Experience'),
			numberOfTrades: told('numberOfTrades', 'Number of Trades'),
			tradeVolume: told('tradeVolume', 'Trade Volume'),
		}),
	};
}

function numberOrWord(text: string): ExactNumber | string {
	return /^(0|[1-9]\d*)(\.\d+)?$/.test(text) ? new ExactNumber(text) : text;
}

/** Sets what a person knows of a kind of assets, `POST` or `PATCH /entities/natural-persons/{naturalPersonId}/trading-profile/asset-types/{assetType}` (…/trading-profiles). No call reads it. */
export const setTradingProfile = change<Content>({
	name: 'setTradingProfile',
	displayName: 'Set Trading Profile',
	action: 'Set the trading profile of a natural person',
	description: 'Tell what a person knows of a kind of assets; no call of Tradevest shows whether it was applied',
	source: {
		call: 'POST /entities/natural-persons/{naturalPersonId}/trading-profile/asset-types/{assetType}, PATCH /entities/natural-persons/{naturalPersonId}/trading-profile/asset-types/{assetType}',
		standing: 'documented, but not the values of the asset type, nor when to use which',
	},
	thing: NATURAL_PERSON,
	properties,
	read,
	id: ({ id }) => id,
	part: ({ assetType }) => assetType,
	request: ({ id, assetType, method, hasKnowledge, hasExperience, tradingExperience, requestorId }) => ({
		method,
		path: path`/entities/natural-persons/${id}/trading-profile/asset-types/${assetType}`,
		body: { hasKnowledge, hasExperience, ...(Object.keys(tradingExperience).length > 0 ? { tradingExperience } : {}) },
		...actingAs({ requestorId }),
	}),
});
