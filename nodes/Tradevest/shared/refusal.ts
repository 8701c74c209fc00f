import type { Failure } from '../../../engine/failure';
import { TRADEVEST } from './tradevest';

/** What a refusal means for who made the workflow. Codes are not published (tv:api-reference/entities), so statuses tell. */
export function explainRefusal(failure: Failure): Failure {
	return explained(failure, `${TRADEVEST} has one of this External ID or of these data already, or one that is under way. An External ID stays taken for ever, also by what was refused.`);
}

/** The same of what carries no External ID. */
export function explainRefusalWithoutKey(failure: Failure): Failure {
	return explained(failure, `${TRADEVEST} has one of these data already, or one that is under way.`);
}

function explained(failure: Failure, ofConflict: string): Failure {
	const { status, partnerMessage = '' } = failure.details;
	if (failure.kind === 'permission' || /requestor/i.test(partnerMessage)) {
		return failure.retold({ advice: `${failure.details.advice} The requestor must be a natural person in status ACTIVE, and be the one concerned or hold a proxy role for it: see Requestor ID of the credential, or under Options.` });
	}
	if (failure.kind === 'conflict' && status === 409) {
		return failure.retold({ advice: ofConflict });
	}
	return failure;
}
