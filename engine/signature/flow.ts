import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { ApiAccess } from '../token/apiAccess';
import type { HostRequest } from '../token/apiUrl';
import type { SigningKey } from './sign';

/** What one partner's way of taking signed requests is. All else is the same for every partner. */
export interface SignatureFlow extends ApiAccess {
	readonly proof: 'signature';
	/** A read without harm, for the test of the credential, and how long to wait for its answer, in milliseconds. */
	readonly testRead: {
		readonly path: string;
		readonly query: Readonly<Record<string, string | number>>;
		readonly timeoutMs: number;
		/** Whether an answer, parsed, is what was asked for: whatever stands at a wrong address may answer with JSON, too. */
		isAnswer(body: unknown): boolean;
		/** What was asked for, such as `list of bookings`. */
		readonly answer: string;
	};
	/** What to do next, one or two sentences each. */
	readonly advice: SignatureAdvice;
	/** What requests are signed with. @throws Failure of kind `configuration` where the credential lacks something */
	signingKey(credentials: ICredentialDataDecryptedObject): SigningKey;
	/** What else a request needs before it is signed, such as a value in its address. Changes it in place. */
	complete?(request: HostRequest, credentials: ICredentialDataDecryptedObject): void;
}

export interface SignatureAdvice {
	/** Where the signature is refused: what to check, and in which field. */
	readonly refused: string;
	/** Where the partner knows the key, and does not allow what is asked for. */
	readonly notAllowed: string;
	/** Where the partner finds nothing at the address of the test read, or cannot do anything with it. */
	readonly notFound: string;
	/** Where the host was connected to and then said nothing: whom an API lets in is a matter of its partner. */
	readonly silent: string;
}
