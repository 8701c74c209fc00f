import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { creation } from '../shared/creation';
import { LEGAL_ENTITY } from '../shared/things';
import { furtherFields, neededFields, readFurther, readNeeded, type NeededOfCompany } from './companyFields';

interface Content {
	needed: NeededOfCompany;
	/** By Tradevest's names. */
	further: IDataObject;
}

const PATH = '/entities/legal-entities';

const additionalFields: INodeProperties = { displayName: 'Additional Fields', name: 'additionalFields', type: 'collection', placeholder: 'Add Field', default: {}, options: furtherFields };

/**
 * Creates a company, `POST /entities/legal-entities` (api-reference/entities/legal-entities). No call lists companies, so that one whose answer is lost
 * stays unknown.
 */
export const create = creation<Content>({
	action: 'Create a legal entity',
	description: 'Make a company known to Tradevest; the same External ID is sent at most once',
	source: { call: `POST ${PATH}`, standing: 'documented, but not to its end, and not all values of its lists' },
	thing: LEGAL_ENTITY,
	hasExternalId: true,
	hasRequestor: false,
	properties: [...neededFields.map((field) => ({ ...field, required: true })), additionalFields],
	read: (fields, run) => ({ needed: readNeeded(fields, run), further: readFurther(fields, run, 'additionalFields') }),
	label: ({ needed: { legalName } }) => `legal entity ${legalName}`,
	request: ({ needed, further, externalId }) => ({ method: 'POST', path: PATH, body: { ...needed, ...further, externalId } }),
	whereToLook: 'No call of Tradevest lists companies. Its notification (Tradevest Trigger) names the legalEntityId; else ask Tradevest for the External ID.',
});
