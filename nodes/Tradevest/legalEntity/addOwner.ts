import type { INodeProperties } from 'n8n-workflow';

import { exactDecimal } from '../../../engine/fieldKinds/exactDecimal';
import { shown, type Reading } from '../../../engine/fieldKinds/reading';
import { ExactNumber } from '../../../engine/http/exactNumber';
import type { FieldReader } from '../../../engine/items/fields';
import { inWords } from '../shared/openChoice';
import { BENEFICIAL_OWNER } from '../shared/things';
import { personOfCompany } from './companyPeople';

/** All of them (api-reference/entities/beneficial-owners). */
const RELATIONSHIPS = ['DIRECTLY_HOLDING_25', 'DOMINANT_INFLUENCE_OVER_SHARE_CAPITAL', 'INDIRECTLY_HOLDING_25'] as const;

/** More digits after the point than a share has. */
const DIGITS = 10;

const CONTROLLING = 'Is FATCA Controlling Person';

const percentField = (displayName: string, name: string, description: string): INodeProperties => ({ displayName, name, type: 'string', required: true, default: '', placeholder: 'e.g. 33.4', description });

function percent(value: unknown): Reading<string> {
	const read = exactDecimal(value, { decimals: DIGITS, zero: true });
	return 'fault' in read || Number(read.value) > 100 ? { fault: `must be a number from 0 to 100, with a point before the decimals, not ${shown(value)}` } : read;
}

function position(fields: FieldReader) {
	const isControlling = fields.optionalFlag('options.fatcaControllingPerson', { label: CONTROLLING });
	return {
		uboRelationship: fields.oneOf('uboRelationship', { label: 'Relationship' }, RELATIONSHIPS),
		share: new ExactNumber(fields.kind('share', { label: 'Share' }, percent, '0')),
		votingRights: new ExactNumber(fields.kind('votingRights', { label: 'Voting Rights' }, percent, '0')),
		...(isControlling === undefined ? {} : { fatcaControllingPerson: isControlling }),
	};
}

/** Adds somebody to whom a company belongs, `POST /entities/{legalEntityId}/beneficial-owners` (api-reference/entities/beneficial-owners). */
export const addOwner = personOfCompany({
	name: 'addOwner',
	displayName: 'Add Owner',
	action: 'Add a beneficial owner to a legal entity',
	description: 'Add somebody to whom a company belongs; where the company has one of this name and birth day already, nothing is sent unless that is wanted',
	source: { call: 'POST /entities/{legalEntityId}/beneficial-owners', standing: 'documented' },
	thing: BENEFICIAL_OWNER,
	lastPart: 'beneficial-owners',
	properties: [
		{ displayName: 'Relationship', name: 'uboRelationship', type: 'options', options: RELATIONSHIPS.map((value) => ({ name: inWords(value), value })), default: 'DIRECTLY_HOLDING_25', description: 'How the company belongs to the person' },
		percentField('Share', 'share', 'In percent, 0 to 100'),
		percentField('Voting Rights', 'votingRights', 'In percent, 0 to 100'),
	],
	options: [{ displayName: CONTROLLING, name: 'fatcaControllingPerson', type: 'boolean', default: false, description: 'Whether the person controls the company in the sense of FATCA' }],
	position,
});
