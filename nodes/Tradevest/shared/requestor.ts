import type { INodeProperties } from 'n8n-workflow';

import type { Fault } from '../../../engine/failure';
import { isFailure } from '../../../engine/failure';
import type { PartnerRequest } from '../../../engine/http/request';
import type { FieldReader } from '../../../engine/items/fields';
import { resourceLocatorField } from '../../../engine/listSearch/resourceLocator';
import type { RunContext } from '../../../engine/operation/operation';
import type { Facts } from '../../../engine/operation/reads';
import { isObject, textOf } from '../../../engine/values';
import type { ListName } from '../listSearch';
import { isId, mustBeId, readId } from './fields';
import { NATURAL_PERSON } from './things';
import { TRADEVEST } from './tradevest';

const LABEL = 'Requestor ID';

/** Who acts. */
export interface Acting {
	/** A natural person; `''` where neither the operation nor the credential names one. */
	requestorId: string;
}

/** The option that names who acts, in the place of the one of the credential (documentation/2_authentication). */
export const requestorOption: INodeProperties = {
	displayName: LABEL,
	name: 'requestorId',
	...resourceLocatorField<ListName>('searchRequestors', { displayName: 'By ID', name: 'id', placeholder: 'e.g. 0b9f4f0e-3f47-4f7f-9d6d-0f4f2c9a7a11' }),
	description: 'The natural person who acts, in the place of the one in the credential: the customer itself, or who holds a proxy role for it. The list shows those in status ACTIVE.',
};

/** Reads it. Tradevest wants it with most commands, so that it must be there. Faults are noted in `fields`. */
export function readRequestor(fields: FieldReader, run: RunContext): Acting {
	const { requestorId } = readRequestorIfGiven(fields, run);
	if (fields.isFaultyAt(LABEL)) return { requestorId };
	return { requestorId: requestorId === '' ? fields.fault(LABEL, 'must be filled in, here under Options or in the credential: Tradevest wants to know who acts', '') : requestorId };
}

/** The same for a call of which Tradevest's pages disagree whether it wants to know: then nobody need be named. */
export function readRequestorIfGiven(fields: FieldReader, { credentials }: RunContext): Acting {
	if (fields.optionalText('options.requestorId', { label: LABEL }) !== '') return { requestorId: readId(fields, 'options.requestorId', LABEL) };
	const ofCredential = textOf(credentials.requestorId)?.trim() ?? '';
	return { requestorId: ofCredential === '' || isId(ofCredential) || fields.isFaultyAt(LABEL) ? ofCredential : fields.fault(LABEL, `of the credential ${mustBeId}`, '') };
}

/** The header of a request by which Tradevest knows who acts; none where nobody is named. */
export function actingAs({ requestorId }: Acting): Pick<PartnerRequest, 'headers'> {
	return requestorId === '' ? {} : { headers: { 'Requestor-ID': requestorId } };
}

/**
 * Looks at who acts before a write that Tradevest takes from anyone, and refuses only later, such as an order (documentation/partner-webhooks).
 * Read once a run.
 */
export const activeRequestor = {
	facts: ({ requestorId }: Acting): Record<string, PartnerRequest> => ({ requestor: { method: 'GET', path: NATURAL_PERSON.one(requestorId) } }),

	check({ requestorId }: Acting, { requestor }: Facts): Fault[] {
		if (isFailure(requestor)) return [{ field: LABEL, expected: `must be a natural person at ${TRADEVEST}: it does not know ${requestorId}` }];
		const status = isObject(requestor?.body) ? textOf(requestor.body.status) : undefined;
		if (status === undefined || status === 'ACTIVE') return [];
		return [{ field: LABEL, expected: `must be in status ACTIVE, and is ${status}: ${TRADEVEST} would take this, and make it INVALID later` }];
	},
};
