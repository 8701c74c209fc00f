import type { INodeProperties } from 'n8n-workflow';

import { FieldReader, readerOf } from '../../../engine/items/fields';
import { typedField } from '../../../engine/items/typedField';
import { resourceLocatorField } from '../../../engine/listSearch/resourceLocator';
import type { ListName } from '../listSearch';

/** Fields that several operations share: one name, one meaning, one description. */
export const LABELS = {
	bookingId: 'Booking ID',
	bookingReference: 'Booking Reference',
	cancellationId: 'Cancellation ID',
	offerId: 'Offer ID',
	partnerTransactionId: 'Partner Transaction ID',
	quoteId: 'Quote ID',
	policyId: 'Policy ID',
	reason: 'Reason',
	renewalId: 'Renewal ID',
	updateId: 'Update ID',
} as const;

export const bookingId: INodeProperties = {
	displayName: LABELS.bookingId,
	name: 'bookingId',
	required: true,
	...resourceLocatorField<ListName>('searchBookings', { displayName: 'By ID', name: 'id', placeholder: 'e.g. K4PLM-22TRX-INS' }),
	description: 'The booking, as XCover knows it: the INS number, or with XCover Elements its "id"',
};

/** Asked for beside the booking where it is to be cancelled at once. */
export const bookingReference = typedField('bookingReference', LABELS.bookingReference, 'e.g. K4PLM-22TRX-INS', 'The INS number of the same booking once more, so that no wrong one is cancelled', { required: true });

export const offerId = typedField('offerId', LABELS.offerId, 'e.g. 5f1b0a9e-0f5e-4d0e-8a35-2d1f6a1c77b0', 'The offer: "provider_reference" in the answer of the widget, or "id" of Offer: Create', { required: true });

export const quoteId = typedField('quoteId', LABELS.quoteId, 'e.g. 3f0b7c52-9c1d-4a86-8e55-71d7f0f6c0aa', 'The quote: its ID in the answer of the widget', { required: true });

/** The partner's own number of a purchase. @param further what else it does here */
export function partnerTransactionId(further: string): INodeProperties {
	return typedField('partnerTransactionId', LABELS.partnerTransactionId, 'e.g. SHOP-20418', `Your own number of the purchase. May be left out. ${further}`);
}

export const reason = typedField('reason', LABELS.reason, 'e.g. Event moved to another date', 'Why it is cancelled. May be left out.');

/** A policy in a row of a table. Its list needs `bookingId` in the operation. */
export const policyId: INodeProperties = {
	displayName: LABELS.policyId,
	name: 'id',
	...resourceLocatorField<ListName>('searchPolicies', { displayName: 'By ID', name: 'id', placeholder: 'e.g. 0c8f4b5e-5a0f-4b7d-8a1f-9f2f6f7b3e10' }),
	description: 'A policy of the booking',
};

/** Which policies of a booking are meant. */
export const policiesField: INodeProperties = {
	displayName: 'Policies',
	name: 'policies',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Policy',
	default: {},
	description: 'The policies of the booking that are meant. Left out, all of them.',
	options: [
		{
			displayName: 'Policy',
			name: 'policy',
			values: [
				policyId,
				typedField('reason', LABELS.reason, 'e.g. Duplicate', 'Why this one is cancelled. May be left out.'),
			],
		},
	],
};

/** A policy that is to be cancelled. */
export interface CancelledPolicy {
	id: string;
	/** `''` where none is given. */
	reason: string;
}

export function readBookingId(fields: FieldReader): string {
	return fields.code('bookingId', { label: LABELS.bookingId });
}

export function readOfferId(fields: FieldReader): string {
	return fields.code('offerId', { label: LABELS.offerId });
}

export function readPartnerTransactionId(fields: FieldReader): string {
	return fields.optionalText('partnerTransactionId', { label: LABELS.partnerTransactionId });
}

/** Reads them. Faults are noted in `fields`. */
export function readPolicies(fields: FieldReader): CancelledPolicy[] {
	const policies = fields.optionalList('policies.policy', { label: 'Policies' }).map((row, at) => {
		const part = new FieldReader(readerOf(row), `Policies ${at + 1}: `);
		const policy = { id: part.code('id', { label: LABELS.policyId }), reason: part.optionalText('reason', { label: LABELS.reason }) };
		fields.take(part);
		return policy;
	});
	const ids = policies.flatMap(({ id }) => (id === '' ? [] : id.toLowerCase()));
	if (new Set(ids).size < ids.length) fields.fault('Policies', 'must not name the same policy twice');
	return policies;
}
