import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { PartnerAnswer } from '../../../engine/http/request';
import { FieldReader, readerOf } from '../../../engine/items/fields';
import { typedField } from '../../../engine/items/typedField';
import type { Candidate } from '../../../engine/operation/candidate';
import { path } from '../../../engine/transport/path';
import { isFailure } from '../../../engine/failure';
import { numberOf, textOf } from '../../../engine/values';
import { hasStatus } from '../shared/bookings';
import { bookingId, LABELS, policyId, readBookingId } from '../shared/fields';
import { utcSecond } from '../shared/moment';
import { takenIn } from '../shared/taken';
import { signedWrite } from '../shared/write';
import { instalmentList, instalmentsIn } from './instalments';

/** An instalment that was paid. */
interface Paid {
	policyId: string;
	number: number;
	/** In UTC. */
	attemptedAt: string;
}

interface Content {
	bookingId: string;
	paid: Paid[];
}

const paidInstalments: INodeProperties = {
	displayName: 'Paid Instalments',
	name: 'paidInstalments',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Instalment',
	default: {},
	required: true,
	description: 'The instalments that were paid. XCover is told PAID of each: no other state is known.',
	options: [
		{
			displayName: 'Instalment',
			name: 'instalment',
			values: [
				policyId,
				{ displayName: 'Number', name: 'number', type: 'number', typeOptions: { minValue: 1 }, default: 1, description: 'Which instalment of the policy, from 1: "number" of Instalment: Get Many' },
				typedField('attemptedAt', 'Payment Attempted At', 'e.g. 2026-03-03T08:30:00Z', 'When it was paid, with the time zone'),
			],
		},
	],
};

/**
 * Tells that instalments are paid, with a signed request (recordings). What is PAID already is told as that, and not reported again; where only some are, nothing
 * is. The time of the payment does not
 * make it another report: an expression such as `$now` gives another one with each try.
 */
const write = signedWrite<Content>({
	name: 'reportPayment',
	displayName: 'Report Payment',
	action: 'Report the payment of instalments',
	description: 'Tell XCover that instalments of a booking were paid',
	source: { call: 'POST /partners/{partner_code}/bookings/{booking_id}/instalments/', standing: 'recorded 2019 to 2021' },
	isRefusedTwice: false,
	isAnsweredEmpty: true,
	properties: [bookingId, paidInstalments],
	read: (fields) => ({ bookingId: readBookingId(fields), paid: readPaid(fields) }),

	request: ({ bookingId: id, paid }) => ({
		method: 'POST',
		path: path`/partners/{partner_code}/bookings/${id}/instalments/`,
		body: { quotes: paid.map((each) => ({ id: each.policyId, instalment_number: each.number, payment_status: 'PAID', payment_attempted_date: each.attemptedAt })) },
	}),

	items: (answer, content) => takenIn(answer, 'Report Payment', told(content)),
	label: ({ bookingId: id, paid }) => `payment of ${paid.length === 1 ? 'an instalment' : `${paid.length} instalments`} of booking ${id}`,
	sameAs: ({ bookingId: id, paid }) => [id.toLowerCase(), paid.map((each) => `${each.policyId.toLowerCase()} ${each.number}`).sort()],
	mayDifferOtherwise: true,
	whereToLook: 'Look with Instalment: Get Many.',

	lookUp: {
		request: ({ bookingId: id }) => instalmentList(id),
		match(answer, content, wasSent): Candidate[] {
			const there = content.paid.filter((each) => stateOf(answer, each) === 'PAID');
			if (there.length === content.paid.length) return [{ id: null, likeness: 'same', items: [{ ...told(content), taken: true }] }];
			return wasSent ? [] : there.map(({ policyId: id, number }) => ({ id: `instalment ${number}`, likeness: 'maybe', doubt: `PAID, of policy ${id}`, items: [] }));
		},
		isOptional: true,
		isUndone: (fact, { paid }) => !isFailure(fact) && paid.some((each) => stateOf(fact, each) === 'other'),
	},
});

export const reportPayment: typeof write = {
	...write,
	stopsWhenListed: ({ sentAgainIn }) => sentAgainIn === undefined,
	whenInTheWay: () => 'Those are PAID already: leave them out, and report the others. Nothing was sent.',
};

function told({ bookingId: id, paid }: Content): IDataObject {
	return { bookingId: id, instalments: paid.map((each) => ({ policyId: each.policyId, number: each.number, payment_status: 'PAID' })) };
}

/** How the list has an instalment; undefined where it does not list it. */
function stateOf(answer: PartnerAnswer, { policyId: id, number }: Paid): 'PAID' | 'other' | undefined {
	const row = instalmentsIn(answer).find((each) => textOf(each.policy_id)?.toLowerCase() === id.toLowerCase() && numberOf(each.number) === number);
	return row && (hasStatus(row, 'PAID') ? 'PAID' : 'other');
}

function readPaid(fields: FieldReader): Paid[] {
	const label = 'Paid Instalments';
	const paid = fields.list('paidInstalments.instalment', { label }).map((row, at) => {
		const part = new FieldReader(readerOf(row), `${label} ${at + 1}: `);
		const each = {
			policyId: part.code('id', { label: LABELS.policyId }),
			number: part.wholeNumber('number', { label: 'Number', least: 1 }),
			attemptedAt: part.kind('attemptedAt', { label: 'Payment Attempted At' }, utcSecond, ''),
		};
		fields.take(part);
		return each;
	});
	const names = paid.flatMap((each) => (each.policyId === '' ? [] : `${each.policyId.toLowerCase()} ${each.number}`));
	if (new Set(names).size < names.length) fields.fault(label, 'must not name the same instalment twice');
	return paid;
}
