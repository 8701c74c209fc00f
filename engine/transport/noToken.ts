import { Failure } from '../failure';

/** Nothing was sent: the credential had no token, and the host got none. */
export function noToken(partner: string): Failure {
	return new Failure('authentication', `${partner} gave no token that can be used`, {
		advice: 'Test the credential. If the test succeeds, run the item again.',
	});
}

/** Nothing was sent, nor will be: the token did not come while somebody waited, and it is too late for it now. */
export function noTokenInTime(partner: string, waitedMs: number): Failure {
	return new Failure('outage', `There was no token for ${partner} within ${Math.round(waitedMs / 1000)} s, so nothing was sent`, {
		advice: `Run the item again. If it stays so, look whether the database of this n8n answers, and whether ${partner} does.`,
	});
}
