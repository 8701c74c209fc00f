import type { PartnerError } from '../core/state';
import type { ErrorAnswer } from './types';

/** The codes this sandbox answers (codes/error-codes). 548 is known from an integrator's tests only. */
export const codes = {
	notReadable: '367',
	unknownHotel: '400',
	notAuthenticated: '497',
	limitReached: '548',
	fieldMissing: '895',
	noRooms: '938',
} as const;

export function errorAnswer(code: string, text: string): ErrorAnswer {
	return { Status: 'Fail', Errors: { Code: code, ShortText: text } };
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
