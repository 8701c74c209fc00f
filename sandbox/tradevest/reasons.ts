import type { ValidationError } from './notifications';

/**
 * Why something is refused after its call. Documented are `ALREADY_EXISTS_ERROR`, `DATA_NOT_FOUND_ERROR`, `UNKNOWN_ERROR` and
 * `TAX_INFORMATION_VERIFICATION`; the name of the one for a missing document is cut off (tv:release-notes/v.2.5.0-test-environment). The
 * others are invented.
 */
export const errorTypes = {
	notFound: 'DATA_NOT_FOUND_ERROR',
	badData: 'INVALID_DATA_ERROR',
	tax: 'TAX_INFORMATION_VERIFICATION',
	document: 'MISSING_REQUIRED_DOCUMENT',
	signature: 'MISSING_SIGNATURE',
	identification: 'MISSING_IDENTIFICATION',
	requestor: 'REQUESTOR_NOT_ACTIVE',
} as const;

export function reason(kind: keyof typeof errorTypes, description: string): ValidationError {
	return { errorType: errorTypes[kind], description };
}
