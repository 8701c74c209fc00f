import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import type { PartnerAnswer } from '../../../engine/http/request';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { textOf } from '../../../engine/values';
import { XCOVER } from './xcover';

/**
 * A quote or an offer in the answer to its opt-out (ssi/opt-out).
 *
 * @param name such as `offer 5a7e0d93`
 * @param isTimeShown whether the answer is known to have the time of the opt-out; else it is looked at where it is there
 * @throws Failure where it says that it is booked, or does not say that it was opted out of
 */
export function checkedOptOut(answer: PartnerAnswer, held: IDataObject, name: string, isTimeShown: boolean): IDataObject {
	const { status } = answer;
	if (held.booking !== null && held.booking !== undefined) {
		throw new Failure('unknownOutcome', `${XCOVER} took the opt-out of ${name}, which is booked (${status}): what that does to the booking is not known`, {
			advice: 'Look at the booking with Booking: Get Many, and ask Cover Genius before anything else is done with it.',
			status,
		});
	}
	if ((isTimeShown || Object.hasOwn(held, 'opted_out_at')) && textOf(held.opted_out_at) === undefined) throw unusableAnswer(XCOVER, answer, 'Opt-Out', 'the time of the opt-out under "opted_out_at"');
	return held;
}
