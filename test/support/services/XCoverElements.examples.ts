import type { INodeParameters } from 'n8n-workflow';

import { bookings } from '../../../sandbox/xCoverElements/data/bookings';
import { packages } from '../../../sandbox/xCoverElements/data/packages';
import { widgetOffers } from '../../../sandbox/xCoverElements/data/signedOffers';
import { signedBookings } from '../../../sandbox/xCoverElements/data/signedBookings';

const [confirmed, withInstalments] = signedBookings as [(typeof signedBookings)[number], (typeof signedBookings)[number]];
const pending = signedBookings.find(({ status }) => status === 'PENDING_PAYMENT')!;
const [offer, otherOffer] = widgetOffers;
const held = bookings[0]!;
/** One that is to be cancelled. */
const unwanted = bookings[2]!;
const tokenOffer = packages.find(({ kind }) => kind === 'offer')!;
const quote = packages.find(({ kind }) => kind === 'quote')!;

/** Stand for what the sandbox gives once it runs: `XCoverElements.runs.ts`. */
export const IDS = {
	/** Bookings that are to be cancelled, one for each way. */
	toCancel: 'AAAAA-AAAAA-INS',
	toCancelAfterPreview: 'BBBBB-BBBBB-INS',
	cancellation: '00000-00000-00000-CCL',
	tokenCancellation: 'c2f1a9de-0b7e-4e0b-9a53-2f6a8e7d1c45',
	renewal: '00000-00000-REN',
	update: '00000-00000-00000-UPD',
} as const;

const SIGNED = { authentication: 'signature' };
const WITH_TOKEN = { authentication: 'elements' };
const FULL = { simplify: false };
const PERSON = { firstName: 'Ines', lastName: 'Marek', email: 'ines.marek@example.com', country: 'CZ', phone: '+420255501234' };
const BOOKING = { ...SIGNED, bookingId: confirmed.id };
const CHANGE = { policyholder: { city: 'Brno' } };

/**
 * Every operation of XCover, filled in so that it works in a new sandbox: with signed requests, and with a token what only that has. An operation
 * that is not here fails the tests that go over all of them.
 */
export const EXAMPLES: Readonly<Record<string, INodeParameters>> = {
	'booking.cancel': { ...SIGNED, bookingId: IDS.toCancel, bookingReference: IDS.toCancel, ...FULL },
	'booking.confirmCancellation': { ...SIGNED, bookingId: IDS.toCancelAfterPreview, cancellationId: IDS.cancellation, ...FULL },
	'booking.confirmPayment': { ...SIGNED, bookingId: pending.id, ...FULL },
	'booking.confirmUpdate': { ...SIGNED, bookingId: withInstalments.id, updateId: IDS.update, ...FULL },
	'booking.get': { ...BOOKING, ...FULL },
	'booking.getAll': { ...SIGNED, returnAll: true, ...FULL },
	'booking.previewCancellation': { ...BOOKING, reason: 'No longer wanted', ...FULL },
	'booking.previewUpdate': { ...SIGNED, bookingId: withInstalments.id, ...CHANGE, ...FULL },
	'booking.sendEmail': { ...SIGNED, bookingId: withInstalments.id },
	'booking.update': { ...SIGNED, bookingId: withInstalments.id, ...CHANGE, ...FULL },
	'instalment.getAll': { ...SIGNED, bookingId: withInstalments.id, returnAll: true, ...FULL },
	'instalment.reportPayment': { ...SIGNED, bookingId: withInstalments.id, paidInstalments: { instalment: [{ id: withInstalments.quoteId, number: 3, attemptedAt: '2026-03-03T08:30:00Z' }] } },
	'offer.confirm': { ...SIGNED, offerId: offer.id, quotes: { quote: [{ id: offer.productId }] }, ...PERSON, partnerTransactionId: 'SHOP-20501', ...FULL },
	'offer.create': { ...SIGNED, schema: 'sandbox-retail', language: 'en', currency: 'EUR', country: 'CZ', context: { purchase_date: '2026-03-06', product: { sku: 'SKU-1', title: 'Bicycle', quantity: 1, retail_value: 230 } }, partnerTransactionId: 'SHOP-20502', ...FULL },
	'offer.optOut': { ...SIGNED, offerId: otherOffer.id },
	'quote.createBooking': { ...WITH_TOKEN, quoteId: quote.quote.id, quotes: { quote: quote.policies.map(({ id }) => ({ id })) }, ...PERSON, ...FULL },
	'quote.optOut': { ...WITH_TOKEN, quoteId: packages.filter(({ kind }) => kind === 'quote')[1]!.quote.id, ...PERSON, ...FULL },
	'renewal.confirm': { ...BOOKING, renewalId: IDS.renewal, ...FULL },
	'renewal.optOut': { ...BOOKING, ...FULL },
	'renewal.quote': { ...BOOKING, ...FULL },
};

const HELD = { ...WITH_TOKEN, bookingId: held.id };
/** The cancellation that can be confirmed is of this one. */
export const UNWANTED = { ...WITH_TOKEN, bookingId: unwanted.id };

/** What both kinds of access have, with a token. */
export const VARIANTS: Readonly<Record<string, readonly INodeParameters[]>> = {
	'booking.cancel': [{ ...UNWANTED, bookingReference: unwanted.provider_reference, ...FULL }],
	'booking.confirmCancellation': [{ ...UNWANTED, cancellationId: IDS.tokenCancellation, ...FULL }],
	'booking.get': [{ ...HELD, ...FULL }],
	'booking.getAll': [{ ...WITH_TOKEN, returnAll: true, ...FULL }],
	'booking.previewCancellation': [{ ...HELD, ...FULL }],
	'booking.update': [{ ...HELD, policyChanges: { policy: [{ id: held.policies[0]?.id, updateFields: { policy_end_date: '2026-05-17T00:00:00.000Z' } }] }, ...FULL }],
	'offer.confirm': [{ ...WITH_TOKEN, offerId: tokenOffer.quote.id, quotes: { quote: tokenOffer.policies.map(({ id }) => ({ id })) }, ...PERSON, ...FULL }],
	'offer.optOut': [{ ...WITH_TOKEN, offerId: tokenOffer.quote.id, ...PERSON }],
};
