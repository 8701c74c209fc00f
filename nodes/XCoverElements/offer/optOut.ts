import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { Failure, isFailure } from '../../../engine/failure';
import { exactObject } from '../../../engine/items/exactObject';
import { ExactNumber } from '../../../engine/http/exactNumber';
import { contentHash } from '../../../engine/idempotency/contentHash';
import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import type { Ask } from '../../../engine/operation/reads';
import { path } from '../../../engine/transport/path';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject, textOf } from '../../../engine/values';
import { FOR } from '../shared/family';
import { faultsIn } from '../shared/faults';
import { offerId, readOfferId } from '../shared/fields';
import { checkedOptOut } from '../shared/optedOut';
import { HOLDER, personFields, readPerson, type PersonRules } from '../shared/person';
import { isEmptyAnswer } from '../shared/taken';
import { withKey } from '../shared/write';
import { XCOVER } from '../shared/xcover';
import { bookingOfOffer, MOST_READ } from './bookingOfOffer';

interface WithToken {
	offerId: string;
	customer: IDataObject;
}

interface Signed {
	offerId: string;
	body: IDataObject;
	isChecked: boolean;
	executionId: string;
	/** What the list of bookings told: whether it is booked, null where that is not known. */
	checked: { booked: false | null; bookingsRead: number };
}

/** The call in messages. */
const OPT_OUT = 'Opt-Out';

const head = {
	name: 'optOut',
	displayName: 'Opt Out',
	action: 'Opt out of an offer',
	effect: 'repeatable' as const,
};

const CUSTOMER: PersonRules = { family: 'elements', members: HOLDER.elements, needed: ['first_name', 'last_name', 'email', 'country'] };

/** Opts out with a token (api/opt-out-offer). No read shows whether the offer is booked; the answer was never seen. */
export const optOutWithToken: RepeatableOperation<WithToken> = {
	...head,
	...FOR.elements,
	description: 'Tell that the customer bought the main product and declined the insurance. Whether the offer is booked cannot be looked up here: do not send it after a confirmation',
	source: { call: 'POST /api/partners/{partner_id}/offers/{offer_id}/opt-out', standing: 'documented; its answer is not' },
	properties: [offerId, ...personFields(CUSTOMER, 'the customer')],

	parameters(read, run) {
		const fields = new FieldReader(read);
		const parameters = { offerId: readOfferId(fields), customer: readPerson(fields, run, CUSTOMER) };
		fields.done('The opt-out');
		return parameters;
	},

	request: ({ offerId: id, customer }) => ({ method: 'POST', path: path`/api/partners/{partner_id}/offers/${id}/opt-out`, body: { customer } }),

	items(answer, { offerId: id }) {
		const { body } = answer;
		const offer = isObject(body) && isObject(body.data) && isOffer(body.data) && faultsIn(body).length === 0 ? body.data : undefined;
		if (offer === undefined && !isEmptyAnswer(answer)) throw unusableAnswer(XCOVER, answer, OPT_OUT, 'an empty answer, or the offer under "data"');
		const at = offer && textOf(checkedOptOut(answer, offer, `offer ${id}`, false).opted_out_at);
		return [{ offerId: id, optedOut: true, booked: null, bookingsRead: 0, ...(at === undefined ? {} : { opted_out_at: at }) }];
	},
};

/** Whether an answer of which no page tells is about an offer: any object may come, also one that tells of an error. */
function isOffer(data: IDataObject): boolean {
	return ['id', 'provider_reference', 'opted_out_at', 'booking'].some((member) => Object.hasOwn(data, member));
}

const CHECK_BOOKINGS: INodeProperties = {
	displayName: 'Check Bookings',
	name: 'checkBookings',
	type: 'boolean',
	default: true,
	description: `Whether to look first whether the offer is booked, among at most ${MOST_READ.toLocaleString('en-US')} bookings: XCover answers an opt-out of what is booked as if nothing were. Then nothing is sent. Off, or where the list does not tell, "booked" in the output is null.`,
};

const PARTNER_METADATA: INodeProperties = {
	displayName: 'Partner Metadata',
	name: 'partnerMetadata',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. { "channel": "web" }',
	description: 'Data of your own, as a JSON object of texts, numbers, true, false and null',
};

/** Opts out with a signed request (od/vertical-examples/events-tickets/opt-out-offer). XCover answers 204 also where the offer is booked (seen), so that is looked up first. */
export const optOutSigned: RepeatableOperation<Signed> = {
	...head,
	...FOR.signature,
	description: 'Tell that the customer bought the main product and declined the insurance. It is looked up first whether the offer is booked',
	source: { call: 'POST /partners/{partner_code}/offers/{offer_id}/opt_out/, GET /partners/{partner_code}/bookings/', standing: 'documented' },
	properties: [offerId],
	options: [CHECK_BOOKINGS, PARTNER_METADATA],

	parameters(read, { executionId }) {
		const fields = new FieldReader(read);
		const metadata = fields.optionalKind<IDataObject>('options.partnerMetadata', { label: PARTNER_METADATA.displayName }, exactObject) ?? {};
		if (Object.values(metadata).some((value) => typeof value === 'object' && value !== null && !((value as unknown) instanceof ExactNumber))) {
			fields.fault(PARTNER_METADATA.displayName, 'must hold texts, numbers, true, false and null, and no lists or objects');
		}
		const parameters: Signed = {
			offerId: readOfferId(fields),
			body: Object.keys(metadata).length > 0 ? { partner_metadata: metadata } : {},
			isChecked: fields.optionalFlag('options.checkBookings', { label: CHECK_BOOKINGS.displayName }) ?? true,
			executionId,
			checked: { booked: null, bookingsRead: 0 },
		};
		fields.done('The opt-out');
		return parameters;
	},

	replaces: {
		thing: ({ offerId: id }) => id.toLowerCase(),
		complete: async (parameters, ask) => (parameters.isChecked ? { ...parameters, checked: await notBooked(parameters.offerId, ask) } : parameters),
	},

	request({ offerId: id, body, executionId }) {
		const request = { method: 'POST' as const, path: path`/partners/{partner_code}/offers/${id}/opt_out/`, body };
		return withKey(request, `Opt out of an offer ${contentHash(request)} #${executionId}`);
	},

	items(answer, { offerId: id, checked }) {
		if (!isEmptyAnswer(answer)) throw unusableAnswer(XCOVER, answer, OPT_OUT, 'an empty answer');
		return [{ offerId: id, optedOut: true, ...checked }];
	},
};

/** @throws Failure where the offer is booked, or its bookings cannot be read */
async function notBooked(id: string, ask: Ask): Promise<Signed['checked']> {
	const { booking, isSure, bookingsRead } = await bookingOfOffer(id, ask).catch((error: unknown) => {
		throw isFailure(error) && error.kind !== 'cancelled' ? notLookedUp(error, id) : error;
	});
	if (!booking) return { booked: isSure ? false : null, bookingsRead };
	throw new Failure('conflict', `Not sent: offer ${id} is booked as ${textOf(booking.id)}, in status ${textOf(booking.status)}`, {
		advice: 'What an opt-out does to a booking is not known. If the customer does not want the insurance, cancel the booking with Booking: Cancel. Nothing was sent.',
	});
}

function notLookedUp(failure: Failure, id: string): Failure {
	return failure.retold({
		message: `Not sent: it could not be looked up whether offer ${id} is booked. ${failure.message}`,
		advice: `${failure.details.advice} To send the opt-out without looking, turn off Check Bookings under Options. Nothing was sent.`,
	});
}
