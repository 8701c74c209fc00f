import type { Failure } from '../../../engine/failure';
import { TRADEVEST } from './tradevest';

/** What a refusal means for who made the workflow. Codes are not published (tv:api-reference/entities), so statuses tell. A 409 to what makes nothing is told by Tradevest's own words alone. */
export function explainRefusal(failure: Failure): Failure {
	const { partnerMessage = '' } = failure.details;
	if (failure.kind === 'permission' || /requestor/i.test(partnerMessage)) {
		return failure.retold({ advice: `The requestor must be a natural person in status ACTIVE, and be the one concerned or hold a proxy role for it: see Requestor ID of the credential, or under Options. Else: ${failure.details.advice}` });
	}
	return failure;
}

/** The same of what makes something. @param hasExternalId whether that carries an External ID */
export function explainRefusalOfNew(failure: Failure, hasExternalId: boolean): Failure {
	const { details } = failure;
	if (details.status !== 409) return explainRefusal(failure);
	const what = hasExternalId
		? `${TRADEVEST} has one of this External ID or of these data already, or one that is under way. An External ID stays taken for ever, also by what was refused.`
		: `${TRADEVEST} has one of these data already, or one that is under way.`;
	// What was seen since is told in the advice of an outcome that is not known.
	return failure.retold({ advice: failure.kind === 'conflict' ? what : `${what} ${details.advice}` });
}
