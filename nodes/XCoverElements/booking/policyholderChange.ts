import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import type { RunContext } from '../../../engine/operation/operation';
import { CHANGED_HOLDER, memberFields, readMembers } from '../shared/person';

const NAME = 'policyholder';

/** What of the policyholder is set; the rest stays. */
export const policyholderField: INodeProperties = {
	displayName: 'Policyholder',
	name: NAME,
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What of the policyholder is to be set; the rest stays. Which of it may be changed depends on the booking: "fields_allowed_to_update".',
	options: memberFields(CHANGED_HOLDER),
};

/** Reads what is given of it, by XCover's names. Faults are noted in `fields`. */
export function readPolicyholder(fields: FieldReader, run: RunContext): IDataObject {
	// A phone number without + is refused where requests are signed; no answer to a token says that it takes one.
	return readMembers(fields, run, { family: 'signature', members: CHANGED_HOLDER, at: NAME });
}
