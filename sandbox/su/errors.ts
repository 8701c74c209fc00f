import type { PartnerError } from '../core/state';
import type { ErrorAnswer, ErrorListAnswer, FailedAnswer, Fault, PropertyExistsAnswer, SingleErrorAnswer, TypedErrorAnswer } from './types';

/** The codes this sandbox answers (codes/error-codes). 548 is known from an integrator's tests only. */
export const codes = {
	badDays: '15',
	notReadable: '367',
	unknownHotel: '400',
	notAuthenticated: '497',
	tooManyProperties: '547',
	limitReached: '548',
	unknownReviewHotel: '558',
	notMapped: '573',
	badPrice: '873',
	fieldMissing: '895',
	ratePlanExists: '896',
	contentMissing: '902',
	tooFarAhead: '921',
	hasPassed: '925',
	badLogDay: '935',
	noUpdates: '937',
	noRooms: '938',
	noRatePlans: '939',
	noReservation: '950',
	mapped: '953',
	badPhone: '988',
	badEmail: '989',
	badUserType: '990',
	badCountryCode: '991',
	badProperties: '992',
	badChain: '995',
	notMappable: '996',
	noRequest: '1035',
	unknownRatePlan: '1072',
	channelsActive: '1225',
} as const;

export function errorAnswer(code: string, text: string): ErrorAnswer {
	return { Status: 'Fail', Errors: { Code: code, ShortText: text } };
}

/** As calls that write answer it. */
export function errorListAnswer(...faults: Fault[]): ErrorListAnswer {
	return { Status: 'Fail', Errors: faults };
}

/** As calls that connect and map channels answer it. */
export function failedAnswer(code: string, text: string): FailedAnswer {
	return { Errors: { Code: code, ShortText: text }, Status: 'Failed' };
}

/** As calls about room types answer it, recorded by an integrator. */
export function typedErrorAnswer(code: string | null, text: string): TypedErrorAnswer {
	return { Status: 'Fail', Errors: { Type: '10', Code: code, ShortText: text } };
}

/** The same for a property that is there already. */
export const propertyExists: PropertyExistsAnswer = { Status: 'Fail', Errors: { ShortText: 'Property already exists' } };

/** As Bookings and getReservation answer it. */
export function singleErrorAnswer(code: string, text: string): SingleErrorAnswer {
	return { Error: { Code: code, ShortText: text }, Status: 'Fail' };
}

/** What calls that read or acknowledge answer for a property that Su does not know. */
export function unknownHotel(id: string): { status: 400; body: ErrorAnswer } {
	return { status: 400, body: errorAnswer(codes.unknownHotel, `Invalid HotelCode (${id})`) };
}

/** The same in the words of calls that write. */
export function unknownHotelFault(id: string): Fault {
	return { Code: codes.unknownHotel, ShortText: `HotelCode: Invalid HotelCode (${id})` };
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
