import { Failure } from '../failure';
import type { SenderOptions } from './senderOptions';

/** How a request shows who sends it, where a service says so. */
type Proof = SenderOptions['proof'];

/** Nothing was sent: the credential had no token, and the host got none; or the host did not have the request signed. */
export function noToken(partner: string, proof: Proof): Failure {
	if (proof === 'signature') {
		return new Failure('configuration', `The request to ${partner} was not signed, so it was not sent`, {
			advice: 'Test the credential. If the test succeeds, run the item again.',
		});
	}
	return new Failure('authentication', `${partner} gave no token that can be used`, {
		advice: 'Test the credential. If the test succeeds, run the item again.',
	});
}

/** Nothing was sent, nor will be: the token, or the signature, did not come while somebody waited, and it is too late for it now. */
export function noTokenInTime(partner: string, waitedMs: number, proof: Proof = 'token'): Failure {
	return new Failure('outage', `There was no ${proof} for ${partner} within ${Math.round(waitedMs / 1000)} s, so nothing was sent`, {
		advice: `Run the item again. If it stays so, look whether the database of this n8n answers, and whether ${partner} does.`,
	});
}
