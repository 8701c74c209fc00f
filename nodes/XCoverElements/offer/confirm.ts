import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { exactObject } from '../../../engine/items/exactObject';
import { Failure } from '../../../engine/failure';
import type { FieldReader } from '../../../engine/items/fields';
import type { Candidate } from '../../../engine/operation/candidate';
import type { LaterOutcome } from '../../../engine/operation/laterOutcome';
import type { RunContext } from '../../../engine/operation/operation';
import { path } from '../../../engine/transport/path';
import { textOf } from '../../../engine/values';
import { BOOKING_FIELDS, sameBookingIn } from '../shared/answers';
import { bookingWrite, isOtherPerson, madeIn, overAs, type Booked } from '../shared/bookedOnce';
import { quoteIds, quotesField, readQuotes } from '../shared/bookedQuotes';
import { oneBooking, policiesOf } from '../shared/bookings';
import type { Family } from '../shared/family';
import { LABELS, offerId, partnerTransactionId, readOfferId, readPartnerTransactionId } from '../shared/fields';
import { HOLDER, personFields, readPerson, type PersonRules } from '../shared/person';
import { signedWrite, type Writing } from '../shared/write';

interface Confirmed extends Booked {
	offerId: string;
}

interface ConfirmedWithToken extends Confirmed {
	/** Whether it goes to the path of the older version of the page. */
	isOlderPath: boolean;
}

interface ConfirmedSigned extends Confirmed {
	/** What stands beside quotes and policyholder. */
	beside: IDataObject;
}

/** Who buys. That a country must be there is known with a token only. */
const POLICYHOLDER: Readonly<Record<Family, PersonRules>> = {
	elements: { family: 'elements', members: HOLDER.elements, needed: ['first_name', 'last_name', 'email', 'country'] },
	signature: { family: 'signature', members: HOLDER.signature, needed: ['first_name', 'last_name', 'email'] },
};

const head = {
	name: 'confirm',
	displayName: 'Confirm',
	action: 'Confirm an offer',
	description: 'Turn an offer into a booking, at most once: an offer that is booked already comes out as that booking',
	label: ({ offerId: id }: Confirmed) => `offer ${id}`,
};

const fieldsFor = (family: Family): INodeProperties[] => [offerId, quotesField(family), ...personFields(POLICYHOLDER[family], 'the policyholder')];

const readFor = (family: Family, fields: FieldReader, run: RunContext): Confirmed => ({
	offerId: readOfferId(fields),
	quotes: readQuotes(fields, run, family),
	holder: readPerson(fields, run, POLICYHOLDER[family]),
});

const OLDER_PATH: INodeProperties = {
	displayName: 'Older Path',
	name: 'olderPath',
	type: 'boolean',
	default: false,
	description: 'Whether to leave /confirm out of the address. Two versions of the page of Cover Genius contradict each other: turn it on where the usual one is answered with 404.',
};

const withToken = bookingWrite<ConfirmedWithToken>({
	...head,
	what: 'offer',
	source: { call: 'POST /api/partners/{partner_id}/offers/{offer_id}/confirm', standing: 'documented; of its path there are two versions' },
	properties: fieldsFor('elements'),
	options: [OLDER_PATH],
	read: (fields, run) => ({ ...readFor('elements', fields, run), isOlderPath: fields.optionalFlag('options.olderPath', { label: OLDER_PATH.displayName }) ?? false }),
	sameAs: ({ offerId: id }) => id.toLowerCase(),
	request: ({ offerId: id, quotes, holder, isOlderPath }) => ({
		method: 'POST',
		path: isOlderPath ? path`/api/partners/{partner_id}/offers/${id}` : path`/api/partners/{partner_id}/offers/${id}/confirm`,
		body: { quotes, policyholder: holder },
	}),
});

/** Confirms with a token (api/confirm-offer). The policyholder is `policyholder` here, and `policy_holder` where a quote is booked. */
export const confirmWithToken: typeof withToken = {
	...withToken,
	explain(failure, parameters) {
		const told = withToken.explain?.(failure, parameters) ?? failure;
		const path = `turn ${parameters.isOlderPath ? 'off' : 'on'} Older Path under Options`;
		return told.kind === 'notFound' ? told.retold({ advice: `${told.details.advice} If the offer is there, ${path}: two versions of the page of Cover Genius name two addresses.` }) : told;
	},
};

const PAYMENT: INodeProperties[] = [
	{
		displayName: 'Payment Details',
		name: 'paymentDetails',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. { "method": "card" }',
		description: 'How the premium is paid, as a JSON object that Cover Genius has told you: only its name is known here. Numbers that are typed keep their digits.',
	},
	{
		displayName: 'Require Payment Confirmation',
		name: 'requirePaymentConfirmation',
		type: 'boolean',
		default: false,
		description: 'Whether the booking waits for the payment: it is PENDING_PAYMENT, and covers nobody, until Booking: Confirm Payment',
	},
];

/**
 * Confirms with a signed request (od/guides/purchase-workflow-overview/confirm-offer; seen). What was confirmed before comes out as the booking that it
 * became, in its present state: under the same key XCover answers with it, under another one it names it in a refusal.
 */
export const confirmSigned = signedWrite<ConfirmedSigned>({
	...head,
	source: { call: 'POST /partners/{partner_code}/offers/{offer_id}/confirm/', standing: 'documented' },
	properties: [...fieldsFor('signature'), partnerTransactionId('The booking carries it.')],
	options: PAYMENT,
	isRefusedTwice: true,
	read(fields, run) {
		const transactionId = readPartnerTransactionId(fields);
		const details = fields.optionalKind('options.paymentDetails', { label: 'Payment Details' }, exactObject) ?? {};
		const isPaymentConfirmed = fields.optionalFlag('options.requirePaymentConfirmation', { label: 'Require Payment Confirmation' }) ?? false;
		return {
			...readFor('signature', fields, run),
			beside: {
				...(transactionId === '' ? {} : { partner_transaction_id: transactionId }),
				...(Object.keys(details).length > 0 ? { payment_details: details } : {}),
				...(isPaymentConfirmed ? { require_payment_confirmation: true } : {}),
			},
		};
	},
	request: ({ offerId: id, quotes, holder, beside }) => ({ method: 'POST', path: path`/partners/{partner_code}/offers/${id}/confirm/`, body: { quotes, policyholder: holder, ...beside } }),
	items: (answer) => [madeIn('signature', answer)],
	small: BOOKING_FIELDS.signature,
	matchRefusal: namedIn,
	laterOutcome: presentState(),
	whereToLook: 'Look with Booking: Get Many.',
});

/**
 * The booking that a refusal names: `Booking already exists for fast_quote_id <offer>. INS number: XXXXX-XXXXX-INS` (seen). Its state is read afterwards;
 * where that does not work it stays null.
 */
function namedIn({ details: { status, partnerMessage = '' } }: Failure): Candidate[] | undefined {
	const [, id] = /\bINS number:?\s*([A-Z\d]{5}-[A-Z\d]{5}-INS)\b/i.exec(partnerMessage) ?? [];
	// 409: a refusal that came first, under the same key.
	return (status === 422 || status === 409) && id !== undefined ? [{ id, likeness: 'same', items: [{ id, status: null }] }] : undefined;
}

/** Reads the booking where it was there before, or is not decided on. */
function presentState(): LaterOutcome<Writing<ConfirmedSigned>> {
	return {
		// Once in any case.
		forMs: ({ lookUpMs }) => Math.max(1, lookUpMs),
		request([booking]) {
			const id = textOf(booking?.id);
			return id !== undefined && (booking?.alreadySubmitted === true || !isDecided(booking)) ? oneBooking(id) : undefined;
		},
		// What was answered first may be long past: a booking can be cancelled since.
		unseen: (items) => items.map(({ id, alreadySubmitted, outcomeFrom, ...rest }) => (alreadySubmitted === true ? { id, status: null, alreadySubmitted, outcomeFrom } : { id, ...rest, alreadySubmitted, outcomeFrom })),
		seen(answer, [item], parameters) {
			const booking = sameBookingIn('signature', answer, textOf(item?.id) ?? '', 'Booking');
			const told = { alreadySubmitted: item?.alreadySubmitted, outcomeFrom: item?.outcomeFrom };
			const refusal = whyNotIt(booking, parameters, item?.alreadySubmitted === true);
			return { isFinal: isDecided(booking), items: [{ ...booking, ...told }], ...(refusal ? { refusal } : {}) };
		},
	};
}

function isDecided(booking: IDataObject | undefined): boolean {
	const status = textOf(booking?.status)?.trim().toUpperCase();
	return status !== undefined && status !== 'RECEIVED';
}

/** What keeps a booking of the offer from being the one that was asked for; undefined where nothing does. */
function whyNotIt(booking: IDataObject, { offerId: id, quotes, holder, beside }: Confirmed & Pick<ConfirmedSigned, 'beside'>, wasBefore: boolean): Failure | undefined {
	const status = overAs(booking);
	const name = textOf(booking.id);
	if (status !== undefined) {
		const advice = 'Nobody is covered by it, and an offer becomes one booking: make a new offer.';
		return new Failure(wasBefore ? 'conflict' : 'businessRefusal', `Offer ${id} was booked as ${name}, and that booking is ${status}`, { advice });
	}
	const differences = wasBefore ? [
		...(isOtherPerson(booking.policyholder, holder) ? ['another policyholder'] : []),
		...(isOther(booking.partner_transaction_id, beside.partner_transaction_id) ? [`another ${LABELS.partnerTransactionId}`] : []),
		...(lacksSome(booking, quotes) ? ['without some of the quotes'] : []),
		...(lacksInsured(booking, quotes) ? ['other insured persons'] : []),
	] : [];
	if (differences.length === 0) return undefined;
	return new Failure('conflict', `Offer ${id} is booked already as ${name}, and otherwise than asked for: ${differences.join(', ')}`, {
		advice: 'What was asked for now is not booked. Look at the booking with Booking: Get. For another purchase make a new offer; for a change use Booking: Update.',
	});
}

function isOther(held: unknown, wanted: unknown): boolean {
	const [own, asked] = [textOf(held), textOf(wanted)];
	return own !== undefined && asked !== undefined && own !== asked;
}

/** Whether a booking holds some of the quotes and not all. Where it holds none by its id, nothing can be said: XCover may have given others. */
function lacksSome(booking: IDataObject, quotes: readonly IDataObject[]): boolean {
	const held = quoteIds(policiesOf('signature', booking));
	const found = quoteIds(quotes).map((quote) => held.includes(quote));
	return found.includes(true) && found.includes(false);
}

/** Whether somebody who was to be insured is not among those whom a booking names for that quote. Where it names nobody, nothing can be said. */
function lacksInsured(booking: IDataObject, quotes: readonly IDataObject[]): boolean {
	const policies = policiesOf('signature', booking);
	return quotes.some(({ id, insured }) => {
		const held = policies.find((policy) => textOf(policy.id)?.toLowerCase() === textOf(id)?.toLowerCase())?.insured;
		if (!Array.isArray(held) || !Array.isArray(insured)) return false;
		return (insured as IDataObject[]).some((wanted) => (held as unknown[]).every((person) => isOtherPerson(person, wanted)));
	});
}
