import type { FieldReader } from '../../../engine/items/fields';
import { LABELS, naturalPersonId, readId } from '../shared/fields';
import { actingAs } from '../shared/requestor';
import { submission } from '../shared/submission';

interface Content {
	partnerDocument: string;
	person: string;
	/** `''` for the data privacy policy. */
	customer: string;
}

function read(fields: FieldReader): Content {
	return {
		partnerDocument: readId(fields, 'partnerDocumentId', 'Partner Document ID'),
		person: readId(fields, 'naturalPersonId', LABELS.naturalPersonId),
		customer: fields.optionalText('customerId', { label: LABELS.customerId }) === '' ? '' : readId(fields, 'customerId', LABELS.customerId),
	};
}

/** Tells that a person has accepted a document of the partner's, `POST /v2/documents/sign` (documents/new-documents). Twice is the same assent. */
export const sign = submission<Content>({
	name: 'sign',
	displayName: 'Sign',
	action: 'Sign a partner document',
	description: 'Tell that a person has accepted a document of yours, such as the terms; Customer: Get shows it for terms',
	source: { call: 'POST /v2/documents/sign', standing: 'documented; the body is known from notes' },
	what: 'signature',
	properties: [
		{ displayName: 'Partner Document ID', name: 'partnerDocumentId', type: 'string', required: true, default: '', placeholder: 'e.g. 8c0d35a9-e4b7-4162-b5f3-47a19d82c06e', description: 'The document that is accepted: documentId of Partner Document: Get Many' },
		naturalPersonId,
		{ displayName: LABELS.customerId, name: 'customerId', type: 'string', default: '', placeholder: 'e.g. 7a2e5d34-55b0-4c3e-8f0a-98c1b6f0d2e7', description: 'Needed for terms and conditions, left out for the data privacy policy' },
	],
	hasRequestor: true,
	read,
	request: ({ partnerDocument, person, customer, requestorId }) => ({
		method: 'POST',
		path: '/v2/documents/sign',
		body: { partnerDocumentId: partnerDocument, naturalPersonId: person, ...(customer === '' ? {} : { customerId: customer }) },
		...actingAs({ requestorId }),
	}),
	label: ({ partnerDocument, person }) => `signature of ${person} under ${partnerDocument}`,
	ids: ({ partnerDocument, person, customer }) => ({ partnerDocumentId: partnerDocument, naturalPersonId: person, customerId: customer || null }),
	whereToLook: 'To send it once more does no harm: turn on Send Even If Already Sent.',
});
