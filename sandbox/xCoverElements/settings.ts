import { coreSettings, type CoreSettings } from '../core/settings';
import { demoWebhook } from './data/partner';
import { algorithms, type Algorithm } from './signing';

export const bookingPages = ['none', 'links'] as const;
export const offerOptOutAnswers = ['empty', 'offer'] as const;
export const optOutsOfBooked = ['answered', 'refused'] as const;
export const otherBodies = ['refused', 'first', 'carriedOut'] as const;
export const bookedTwiceForms = ['faults', 'texts'] as const;

/** What becomes of an offer that is confirmed. */
export const confirmedStatuses = ['CONFIRMED', 'RECEIVED', 'FAILED'] as const;

export interface XCoverElementsSettings extends CoreSettings {
	/** What the client may do. Calls ask for it when they arrive; tokens carry what held when they were issued. */
	scopes: string[];
	/** How far the clock of this sandbox is ahead of the machine's. Dates of signatures are not held against it. */
	clockAheadMs: number;

	/** Elements: whether the list of bookings has pages, and how long they are. Not documented. */
	bookingPages: (typeof bookingPages)[number];
	bookingsPerPage: number;
	/** Elements: the status of a new booking. Not documented. */
	createBookingStatus: 200 | 201;
	/** Elements: how the opt-out of an offer is answered. Not documented. */
	offerOptOutAnswer: (typeof offerOptOutAnswers)[number];
	/** Elements: what becomes of the opt-out of what is booked. Not documented. */
	optOutOfBooked: (typeof optOutsOfBooked)[number];
	/** Elements: whether the ids of policies in a booking are those of the quotes that were booked. Not documented. */
	bookingsCarryQuoteIds: boolean;
	/** Elements: whether bookings name who bought them. Not documented. */
	bookingsShowPolicyHolder: boolean;
	/** Elements: plays a gateway that takes the body of a DELETE away: a preview cancels. */
	dropsBodyOfDelete: boolean;
	/** Elements: whether its bookings are told of, too. Not documented. */
	elementsBookingsRaiseEvents: boolean;

	/** Signed: how far the date of a signature may be off; null where nobody looks. Not documented. */
	dateToleranceMs: number | null;
	/** Signed: how far the clock that dates are held against is ahead of the machine's; below 0 behind. */
	signatureClockAheadMs: number;
	/** Signed: requests a second; null for any number. 50, 20 and 2 are documented. */
	offerCallsPerSecond: number | null;
	otherCallsPerSecond: number | null;
	testKeyCallsPerSecond: number | null;
	/** Signed: how long a second is for these limits, so that a slow machine can be tested. */
	throttleWindowMs: number;
	/** Signed: what another body under a known key leads to. Not documented. */
	otherBodyUnderKey: (typeof otherBodies)[number];
	/** Signed: whether refusals are kept under a key as well, and come again with 409. Not documented. */
	keysKeepRefusals: boolean;
	/** Signed: how the refusal of a second confirmation is written. Both were seen, `faults` later. */
	bookedTwiceForm: (typeof bookedTwiceForms)[number];
	/** Signed: the status that offers which are confirmed from now on come to. */
	confirmedAs: (typeof confirmedStatuses)[number];

	/** Webhook: what the partner has handed to Cover Genius. */
	webhookKey: string;
	webhookSecret: string;
	webhookAlgorithm: Algorithm;
	/** Webhook: whether the signature is percent-encoded. It is documented to be. */
	webhookPercentEncoded: boolean;
	/** Webhook: the parameter `headers` of the signature, such as `(request-target) date`; null for none, where the date alone is signed. */
	webhookSignedHeaders: string | null;
	/** Webhook: how far the dates of posts are ahead of the machine's clock; below 0 behind. */
	webhookDateAheadMs: number;
	/** Webhook: how often an event that gets no 200 is posted in all, and how long after each other. The time is not documented. */
	webhookTries: number;
	webhookRepeatMs: number;
	/** Webhook: whether a repeat has a date of its own. Not documented. */
	webhookRepeatsHaveNewDate: boolean;
	/** Webhook: how often each event comes, as if the answer had been lost. */
	webhookCopies: number;
}

export const xCoverElementsSettings: XCoverElementsSettings = {
	...coreSettings,
	tokenLifeSeconds: 3600,
	scopes: ['bookings:create', 'bookings:delete', 'bookings:view', 'offers:update'],
	clockAheadMs: 0,
	bookingPages: 'none',
	bookingsPerPage: 15,
	createBookingStatus: 200,
	offerOptOutAnswer: 'empty',
	optOutOfBooked: 'answered',
	bookingsCarryQuoteIds: true,
	bookingsShowPolicyHolder: false,
	dropsBodyOfDelete: false,
	elementsBookingsRaiseEvents: true,
	dateToleranceMs: 300_000,
	signatureClockAheadMs: 0,
	offerCallsPerSecond: null,
	otherCallsPerSecond: null,
	testKeyCallsPerSecond: null,
	throttleWindowMs: 1000,
	otherBodyUnderKey: 'refused',
	keysKeepRefusals: false,
	bookedTwiceForm: 'faults',
	confirmedAs: 'CONFIRMED',
	webhookKey: demoWebhook.key,
	webhookSecret: demoWebhook.secret,
	webhookAlgorithm: 'hmac-sha256',
	webhookPercentEncoded: true,
	webhookSignedHeaders: null,
	webhookDateAheadMs: 0,
	webhookTries: 3,
	webhookRepeatMs: 1000,
	webhookRepeatsHaveNewDate: true,
	webhookCopies: 1,
};

const text = { type: 'string' };
const flag = { type: 'boolean' };
const offset = { type: 'integer' };
const milliseconds = { type: 'integer', minimum: 0 };
const limit = { type: ['integer', 'null'], minimum: 1 };
const oneOf = (words: readonly unknown[]) => ({ enum: [...words] });

/** JSON Schema of what this partner adds to the settings. */
export const xCoverElementsSettingsSchema: Record<string, object> = {
	scopes: { type: 'array', items: text },
	clockAheadMs: milliseconds,
	bookingPages: oneOf(bookingPages),
	bookingsPerPage: { type: 'integer', minimum: 1 },
	createBookingStatus: oneOf([200, 201]),
	offerOptOutAnswer: oneOf(offerOptOutAnswers),
	optOutOfBooked: oneOf(optOutsOfBooked),
	bookingsCarryQuoteIds: flag,
	bookingsShowPolicyHolder: flag,
	dropsBodyOfDelete: flag,
	elementsBookingsRaiseEvents: flag,
	dateToleranceMs: { type: ['integer', 'null'], minimum: 0 },
	signatureClockAheadMs: offset,
	offerCallsPerSecond: limit,
	otherCallsPerSecond: limit,
	testKeyCallsPerSecond: limit,
	throttleWindowMs: milliseconds,
	otherBodyUnderKey: oneOf(otherBodies),
	keysKeepRefusals: flag,
	bookedTwiceForm: oneOf(bookedTwiceForms),
	confirmedAs: oneOf(confirmedStatuses),
	webhookKey: text,
	webhookSecret: text,
	webhookAlgorithm: oneOf(algorithms),
	webhookPercentEncoded: flag,
	webhookSignedHeaders: { type: ['string', 'null'] },
	webhookDateAheadMs: offset,
	webhookTries: { type: 'integer', minimum: 1 },
	webhookRepeatMs: { type: 'integer', minimum: 0, maximum: 600_000 },
	webhookRepeatsHaveNewDate: flag,
	webhookCopies: { type: 'integer', minimum: 1 },
};
