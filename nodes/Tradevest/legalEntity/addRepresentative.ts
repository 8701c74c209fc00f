import type { FieldReader } from '../../../engine/items/fields';
import { openChoice, readOpenChoice } from '../shared/openChoice';
import { LEGAL_REPRESENTATIVE } from '../shared/things';
import { personOfCompany } from './companyPeople';

const SOLE = 'Signs Alone';
const CONTROLLING = 'Is FATCA Controlling Person';

function position(fields: FieldReader) {
	return {
		function: readOpenChoice(fields, 'function', 'Function'),
		soleSignatureAuthorized: fields.flag('soleSignatureAuthorized', { label: SOLE }),
		fatcaControllingPerson: fields.flag('fatcaControllingPerson', { label: CONTROLLING }),
	};
}

/** Adds somebody who represents a company by law, `POST /entities/{legalEntityId}/legal-representatives` (api-reference/entities/legal-representatives). */
export const addRepresentative = personOfCompany({
	name: 'addRepresentative',
	displayName: 'Add Representative',
	action: 'Add a representative to a legal entity',
	description: 'Add somebody who represents a company by law; where the company has one of this name and birth day already, nothing is sent unless that is wanted',
	source: { call: 'POST /entities/{legalEntityId}/legal-representatives', standing: 'documented, but not all values of its lists' },
	thing: LEGAL_REPRESENTATIVE,
	lastPart: 'legal-representatives',
	properties: [
		openChoice('function', 'Function', ['MANAGING_DIRECTOR'], 'What the person is in the company; one value is known', { required: true }),
		{ displayName: SOLE, name: 'soleSignatureAuthorized', type: 'boolean', default: false, description: 'Whether the person may sign for the company alone' },
		{ displayName: CONTROLLING, name: 'fatcaControllingPerson', type: 'boolean', default: false, description: 'Whether the person controls the company in the sense of FATCA' },
	],
	position,
});
