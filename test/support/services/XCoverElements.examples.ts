import type { INodeParameters } from 'n8n-workflow';

/** Bookings of those that sign: one that is confirmed, and one with instalments. */
const BOOKING = 'K4PLM-22TRX-INS';

/** Stand for what the sandbox gives once it runs: `XCoverElements.runs.ts`. */
export const IDS = {
	cancellation: '00000-00000-00000-CCL',
} as const;

const SIGNED = { authentication: 'signature' };
const ALL = { returnAll: true };

/**
 * Every operation of XCover, filled in so that it works in a new sandbox: with signed requests, and with a token what only that has. An operation
 * that is not here fails the tests that go over all of them.
 */
export const EXAMPLES: Readonly<Record<string, INodeParameters>> = {
	'booking.cancel': { ...SIGNED, bookingId: BOOKING, bookingReference: BOOKING, simplify: false },
	'booking.confirmCancellation': { ...SIGNED, bookingId: BOOKING, cancellationId: IDS.cancellation, simplify: false },
	'booking.get': { ...SIGNED, bookingId: BOOKING, simplify: false },
	'booking.getAll': { ...SIGNED, ...ALL, simplify: false },
	'booking.previewCancellation': { ...SIGNED, bookingId: BOOKING, simplify: false },
};
