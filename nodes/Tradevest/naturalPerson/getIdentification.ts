import type { INodeProperties } from 'n8n-workflow';

import { readId } from '../shared/fields';
import { getOne } from '../shared/reads';
import { actingAs, readRequestor, requestorOption } from '../shared/requestor';
import { IDENTIFICATION_VERIFICATION } from '../shared/things';

const LABEL = 'Video Identification ID';

const identificationVerificationId: INodeProperties = {
	displayName: LABEL,
	name: 'identificationVerificationId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 5d1f8f4a-9b58-4d9e-8c52-6f4b1d0d9e33',
	description: 'The video identification, as Tradevest knows it: identificationVerificationId of Start Video Identification',
};

/** One video identification, `GET /entities/identification-verifications/{identificationVerificationId}` (api-reference/entities/natural-persons). */
export const getIdentification = getOne({
	name: 'getIdentification',
	displayName: 'Get Identification',
	action: 'Get a video identification of a natural person',
	description: 'Read what became of a video identification: its state, the link for the person, and the certificate once it is approved',
	source: { call: 'GET /entities/identification-verifications/{identificationVerificationId}', standing: 'documented' },
	what: IDENTIFICATION_VERIFICATION.what,
	properties: [identificationVerificationId],
	options: [requestorOption],
	read: (fields, run) => ({ id: readId(fields, 'identificationVerificationId', LABEL), ...readRequestor(fields, run) }),
	request: ({ id, requestorId }) => ({ method: 'GET', path: IDENTIFICATION_VERIFICATION.one(id), ...actingAs({ requestorId }) }),
});
