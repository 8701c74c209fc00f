import type { PartnerError } from '../core/state';
import type { ErrorAnswer } from './types';

/**
 * What can be wrong with a call, in the codes the sandbox answers. `GeneralError` and
 * `FieldsMissingFromRequestBody` are documented (orders-1612444m0); the rest of that table was not seen, so
 * the other codes are invented in its style.
 */
export type ErrorCode =
	| 'BranchNotFound'
	| 'CustomerNonSaleable'
	| 'CustomerNotFound'
	| 'CustomerNotValid'
	| 'DeliveryNotFound'
	| 'FieldsMissingFromRequestBody'
	| 'GeneralError'
	| 'InvalidRequest'
	| 'InvoiceNotFound'
	| 'ItemNotFound'
	| 'JobAccountInvalid'
	| 'NotAuthenticated'
	| 'NotFound'
	| 'OptionInvalid'
	| 'OrderNotFound'
	| 'OrderRefused'
	| 'PriceMismatch'
	| 'ProductNotActiveAtBranch'
	| 'ProductNotFound'
	| 'ShippingMethodInvalid'
	| 'TooManyRequests'
	| 'UomInvalid';

/** A reason not to do what was asked. */
export interface Refusal {
	status: 400 | 404;
	code: ErrorCode;
	message: string;
	/** The field at fault, as the request spells it. */
	field?: string;
}

/** The one error body of this sandbox. Its shape is invented, see ErrorAnswer in the document. */
export function errorAnswer(refusals: Refusal[], transactionID?: string): ErrorAnswer {
	const [first] = refusals;
	const errors = refusals.flatMap(({ field, message }) => (field === undefined ? [] : [{ field, message }]));
	return {
		code: first?.code ?? 'GeneralError',
		message: refusals.map(({ message }) => message).join('; '),
		...(transactionID === undefined ? {} : { transactionID }),
		...(errors.length === 0 ? {} : { errors }),
	};
}

/** The answer about something that is not there. */
export function notFound(code: ErrorCode, field: string, message: string) {
	return { status: 404, body: errorAnswer([{ status: 404, code, field, message }]) } as const;
}

/** The answer about a customer that is not known. */
export function noCustomer(customerCode: string, field = 'customerCode') {
	return notFound('CustomerNotFound', field, `No customer ${customerCode}`);
}

/** The answer about a branch that is not known. */
export function noBranch(branch: string | number, field = 'branchCode') {
	return notFound('BranchNotFound', field, `No branch ${branch}`);
}

/** The answer to a request that breaks a business rule. */
export function invalid(code: ErrorCode, field: string, message: string) {
	return { status: 400, body: errorAnswer([{ status: 400, code, field, message }]) } as const;
}

const codeByStatus: Record<number, ErrorCode> = { 401: 'NotAuthenticated', 404: 'NotFound', 429: 'TooManyRequests' };

/** An error the shared server found, in this partner's words. */
export function errorBody(error: PartnerError): unknown {
	if (error.operationId === 'getToken') return tokenError(error);
	const { transactionID } = (error.body ?? {}) as { transactionID?: unknown };
	return {
		code: codeOf(error),
		message: error.message,
		...(typeof transactionID === 'string' ? { transactionID } : {}),
		...(error.problems.length === 0
			? {}
			: { errors: error.problems.map(({ field, message }) => ({ field, message })) }),
	} satisfies ErrorAnswer;
}

function codeOf({ status, problems }: PartnerError): ErrorCode {
	if (problems.some(({ keyword }) => keyword === 'required')) return 'FieldsMissingFromRequestBody';
	return codeByStatus[status] ?? (status < 500 ? 'InvalidRequest' : 'GeneralError');
}

// RFC 6749 section 5.2, see TokenError in the document.
function tokenError({ status, message }: PartnerError): unknown {
	const error = status === 401 ? 'invalid_client' : status < 500 ? 'invalid_request' : 'server_error';
	return { error, error_description: message };
}
