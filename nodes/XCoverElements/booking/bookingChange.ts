import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { exactObject } from '../../../engine/items/exactObject';
import { FieldReader, readerOf } from '../../../engine/items/fields';
import { holds } from '../../../engine/items/holds';
import type { RunContext } from '../../../engine/operation/operation';
import { isObject, textOf } from '../../../engine/values';
import { policiesOf } from '../shared/bookings';
import type { Family } from '../shared/family';
import { bookingId, LABELS, policyId, readBookingId } from '../shared/fields';
import { policyholderField, readPolicyholder } from './policyholderChange';

/** What of a policy is to be set. */
interface PolicyChange {
	id: string;
	/** Under the names of its product; numbers as exact ones. */
	fields: IDataObject;
}

/** What of a booking is to be set. */
export interface Changing {
	bookingId: string;
	policies: PolicyChange[];
	/** By XCover's names; always empty with a token. */
	policyholder: IDataObject;
}

const policyChanges: INodeProperties = {
	displayName: 'Policy Changes',
	name: 'policyChanges',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Policy',
	default: {},
	description: 'The policies that are to be changed, and what of each; the rest stays',
	options: [
		{
			displayName: 'Policy',
			name: 'policy',
			values: [
				policyId,
				{
					displayName: 'Fields to Set',
					name: 'updateFields',
					type: 'json',
					default: '{}',
					placeholder: 'e.g. { "trip_end_date": "2026-09-04T00:00:00.000Z", "number_of_adults": 2, "total_tickets_price": 150.00 }',
					description: 'A JSON object. Which fields there are depends on the product: Cover Genius tells you. Numbers typed here go out digit by digit. Of travel with XCover Elements policy_start_date, policy_end_date, trip_start_date, trip_end_date, departure_country, number_of_adults, number_of_children, total_tickets_price, sales_channel and insured are documented.',
				},
			],
		},
	],
};

/** Fields of a change, with each kind of access. With a token there is no change of the policyholder. */
export const changeFields: Readonly<Record<Family, INodeProperties[]>> = {
	elements: [bookingId, policyChanges],
	signature: [bookingId, policyChanges, policyholderField],
};

/** Reads them. Faults are noted in `fields`. */
export function readChange(family: Family, fields: FieldReader, run: RunContext): Changing {
	const change = { bookingId: readBookingId(fields), policies: readPolicyChanges(fields), policyholder: family === 'signature' ? readPolicyholder(fields, run) : {} };
	const isEmpty = change.policies.length === 0 && Object.keys(change.policyholder).length === 0;
	if (isEmpty && !fields.isFaulty) fields.fault('Policy Changes', family === 'signature' ? 'must have a policy, or Policyholder a field: there is nothing to change' : 'must have at least one policy');
	const ids = change.policies.flatMap(({ id }) => (id === '' ? [] : id.toLowerCase()));
	if (new Set(ids).size < ids.length) fields.fault('Policy Changes', 'must not name the same policy twice');
	return change;
}

function readPolicyChanges(fields: FieldReader): PolicyChange[] {
	return fields.optionalList('policyChanges.policy', { label: 'Policy Changes' }).map((row, at) => {
		const part = new FieldReader(readerOf(row), `Policy Changes ${at + 1}: `);
		const label = 'Fields to Set';
		const change = { id: part.code('id', { label: LABELS.policyId }), fields: part.kind('updateFields', { label }, exactObject, {}) };
		if (Object.keys(change.fields).length === 0 && !part.isFaultyAt(label)) part.fault(label, 'must have at least one field');
		fields.take(part);
		return change;
	});
}

/** The body of a change: the word for policies differs (ssi/modify-booking, od/api/reference/modify-booking). */
export function changeBody(family: Family, { policies, policyholder }: Changing): IDataObject {
	const list = policies.map(({ id, fields }) => ({ id, update_fields: fields }));
	if (family === 'elements') return { policies: list };
	return { ...(list.length > 0 ? { quotes: list } : {}), ...(Object.keys(policyholder).length > 0 ? { policyholder } : {}) };
}

/** Whether a booking shows all that a change sets, each field with the value that was sent. What it does not show at all speaks against it. */
export function showsChange(family: Family, booking: IDataObject, { policies, policyholder }: Changing): boolean {
	const held = policiesOf(family, booking);
	const isShown = ({ id, fields }: PolicyChange) => held.some((policy) => textOf(policy.id)?.toLowerCase() === id.toLowerCase() && holds({ ...further(policy), ...policy }, fields));
	return policies.every(isShown) && (Object.keys(policyholder).length === 0 || (isObject(booking.policyholder) && holds(booking.policyholder, policyholder)));
}

/** Signed requests show fields of the product apart (`BookingQuote` in openapi/xcover-signature.yaml). */
function further({ extra_fields: fields }: IDataObject): IDataObject {
	return isObject(fields) ? fields : {};
}
