import type { PartnerError } from '../core/state';
import type { ErrorAnswer, TokenError } from './types';

/** An error the shared server found, in this partner's words. All of them are invented, see the document. */
export function errorBody(error: PartnerError): unknown {
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
