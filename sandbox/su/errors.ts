import type { PartnerError } from '../core/state';
import type { ErrorAnswer, ErrorListAnswer, Fault, SingleErrorAnswer } from './types';

/** The codes this sandbox answers (codes/error-codes). 548 is known from an integrator's tests only. */
export const codes = {
	notReadable: '367',
	unknownHotel: '400',
	notAuthenticated: '497',
	limitReached: '548',
	badPrice: '873',
	fieldMissing: '895',
	tooFarAhead: '921',
	hasPassed: '925',
	noRooms: '938',
	noRatePlans: '939',
	noReservation: '950',
} as const;

export function errorAnswer(code: string, text: string): ErrorAnswer {
	return { Status: 'Fail', Errors: { Code: code, ShortText: text } };
}

/** As calls that write answer it. */
export function errorListAnswer(...faults: Fault[]): ErrorListAnswer {
	return { Status: 'Fail', Errors: faults };
}

/** As Bookings and getReservation answer it. */
export function singleErrorAnswer(code: string, text: string): SingleErrorAnswer {
	return { Error: { Code: code, ShortText: text }, Status: 'Fail' };
}

/** What calls that read or acknowledge answer for a property that Su does not know. */
export function unknownHotel(id: string): { status: 400; body: ErrorAnswer } {
	return { status: 400, body: errorAnswer(codes.unknownHotel, `Invalid HotelCode (${id})`) };
}

/** The one refusal that a page prints in full. */
export const authorizationRequired = errorAnswer(codes.notAuthenticated, 'Authorization Required');

/** An error the shared server found, in this partner's words. */
export function errorBody(error: PartnerError): unknown {
	if (error.status === 401) return authorizationRequired;
	return errorAnswer(codeOf(error), error.message);
}

// No code is documented for a wrong path or a fault of the server; the status stands in for it.
function codeOf({ reason, status, problems }: PartnerError): string {
	if (reason !== 'contract') return String(status);
	return problems.some(({ keyword }) => keyword === 'required') ? codes.fieldMissing : codes.notReadable;
}
