import { Failure } from '../failure';
import type { Effect } from '../http/request';

/**
 * A success whose body was not taken.
 *
 * @param why as a part of a sentence, such as `is larger than 100 MB`
 * @param effect a write that must happen once may have been carried out: its answer did not tell
 */
export function unreadAnswer(partner: string, status: number, why: string, effect: Effect): Failure {
	if (effect === 'once') {
		return new Failure('unknownOutcome', `The answer of ${partner} ${why} and was not read, so it may or may not have been carried out`, {
			advice: 'Do not send it again before you have looked it up at the partner.',
			status,
		});
	}
	return new Failure('brokenAnswer', `The answer of ${partner} ${why}, so it was not read`, {
		advice: `Ask for less at once, if the operation has filters, or raise Max Answer Size if it has that option. Else check the base URL of the credential, then ask ${partner}.`,
		status,
	});
}
