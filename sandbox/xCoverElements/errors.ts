import { randomUUID } from 'node:crypto';

import type { Problem } from '../core/contract';
import type { PartnerError } from '../core/state';
import type { ErrorAnswer, SignedError, TokenError } from './types';

/** An error the shared server found, in the words of the calls with a token. All of them are invented, see the document. */
export function elementsError(error: PartnerError): ErrorAnswer | TokenError {
	if (error.operationId === 'getToken') return tokenError(codeOf(error.status), error.message);
	if (error.reason === 'token') return errorAnswer('Unauthenticated.');
	return errorAnswer(error.message, error.problems);
}

export function tokenError(error: string, message: string): TokenError {
	return { error, error_description: message, message };
}

export function errorAnswer(message: string, problems: PartnerError['problems'] = []): ErrorAnswer {
	const errors: Record<string, string[]> = {};
	for (const problem of problems) (errors[problem.field] ??= []).push(problem.message);
	return problems.length === 0 ? { message } : { message, errors };
}

function codeOf(status: number): string {
	if (status === 401) return 'invalid_client';
	return status < 500 ? 'invalid_request' : 'server_error';
}

/** What a request that is not signed as it should be is answered with (seen). */
export const NOT_SIGNED = 'You do not have permission to access this url';

/** What too many requests are answered with (seen). */
export const THROTTLED = 'Request was throttled. Expected available in 1 second.';

/** An error the shared server found, in the words of the signed calls. */
export function signedError({ status, reason, message, problems }: PartnerError): SignedError {
	if (status === 400) return { type: 'validation_error', message: `JSON parse error - ${message}` };
	if (status === 403) return { type: 'auth_error', message };
	if (status === 429) return { type: 'api_error', message: THROTTLED };
	if (problems.length > 0) return invalid(fieldsOf(problems));
	return { type: reason === 'contract' ? 'validation_error' : 'api_error', message };
}

/** No such thing (seen for an offer). */
export function noSuch(what: string): SignedError {
	return { type: 'api_error', message: `${what} does not exist` };
}

/** A refusal with 422, its `errors` a list of texts or an object (recordings). */
export function invalid(errors: SignedError['errors']): SignedError {
	return { type: 'validation_error', message: 'An API error occurred.', errors };
}

/** A refusal of what is not allowed in the state of a booking (seen for a second cancellation). */
export function statusRefused(status: string): SignedError {
	return invalid([`Status change not allowed for QuotePackage in status ${status}`]);
}

/** A refusal of single quotes, as a list of faults (seen in September 2026). */
export function quoteFaults(code: string, details: string[], { errorId = randomUUID(), quoteId = null }: { errorId?: string; quoteId?: string | null } = {}): SignedError {
	return { type: 'validation_error', message: 'An API error occurred.', errors: [{ product_config_id: null, quote_id: quoteId, code, details }], code, error_id: errorId, metadata: {} };
}

/** A refusal to make an offer, as an object of numbered faults (seen in August 2026). */
export function offerFaults(messages: readonly string[]): SignedError {
	return {
		type: 'validation_error',
		message: 'Offer could not be created due to quote generation errors',
		error_id: randomUUID(),
		code: 'offer_quote_generation_failed',
		errors: Object.fromEntries(messages.map((message, at) => [String(at), { message, type: 'quote_creation_failure' }])),
	};
}

/** The problems of a body by field: what is not known has a text, the others lists of texts, nested where the field is (recordings, seen). */
function fieldsOf(problems: readonly Problem[]): Record<string, unknown> {
	const errors: Record<string, unknown> = {};
	for (const { field, keyword, message } of problems) {
		const path = field.split('.');
		const name = path.at(-1) ?? field;
		if (keyword === 'additionalProperties') put(errors, path, 'Unexpected field');
		else if (keyword === 'required') put(errors, path.length === 1 ? ['non_field_errors'] : path.slice(0, -1), [`'${name}' is a required property`]);
		else put(errors, path, [message]);
	}
	return errors;
}

function put(errors: Record<string, unknown>, path: readonly string[], found: string | string[]): void {
	const [name = '', ...rest] = path;
	const there = errors[name];
	if (rest.length > 0) {
		// A field that is wrong as a whole has its texts instead of fields inside.
		const inner = typeof there === 'object' && there !== null && !Array.isArray(there) ? (there as Record<string, unknown>) : {};
		errors[name] = inner;
		put(inner, rest, found);
		return;
	}
	errors[name] = Array.isArray(there) && Array.isArray(found) ? [...(there as string[]), ...found] : found;
}
