import { randomUUID } from 'node:crypto';

import type { PartnerError } from '../core/state';
import type { ErrorMessage, TokenError } from './types';

// The values are not published, see ErrorMessage in the document; these are invented.
const responseTypes: Record<number, string> = {
	400: 'BAD_REQUEST',
	401: 'UNAUTHORIZED',
	403: 'FORBIDDEN',
	404: 'NOT_FOUND',
	409: 'CONFLICT',
	415: 'UNSUPPORTED_MEDIA_TYPE',
	429: 'TOO_MANY_REQUESTS',
};

const tokenCalls: ReadonlyArray<string | null> = ['getToken', 'getTokenWithScope'];

/** The one error body of this partner, but for the token call. */
export function errorMessage(status: number, message: string, problems: PartnerError['problems'] = []): ErrorMessage {
	return {
		message,
		responseType: responseTypes[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR'),
		requestId: randomUUID(),
		...(problems.length === 0
			? {}
			: {
					errorCode: 'VALIDATION',
					errorDetails: problems.map((problem) => ({
						field: problem.field,
						errors: [{ code: problem.keyword.toUpperCase(), message: problem.message }],
					})),
				}),
	};
}

/** An error the shared server found, in this partner's words. */
export function errorBody(error: PartnerError): unknown {
	if (error.status < 500 && tokenCalls.includes(error.operationId)) return tokenError(error);
	return errorMessage(error.status, error.message, error.problems);
}

function tokenError({ problems }: PartnerError): TokenError {
	const isOtherGrant = problems.some(({ field, keyword }) => field === 'grant_type' && keyword === 'enum');
	return { error: isOtherGrant ? 'unsupported_grant_type' : 'invalid_request' };
}
