import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import type { Failure } from '../failure';
import type { PartnerAnswer } from '../http/request';

/** At most so many requests in any second, of all that have the name in common. */
export interface Pace {
	readonly name: string;
	readonly perSecond: number;
}

/** When a request was sent and when its answer was there, on the clock of this machine, in milliseconds since 1970. */
export interface AnswerTimes {
	readonly sentMs: number;
	readonly answeredMs: number;
}

/** What requests with a credential have in common, however they show who sends them. */
export interface ApiAccess {
	/** The partner as people call it, for messages: `SIPS`. */
	readonly partner: string;
	/** How a request shows who sends it; by a token unless given. */
	readonly proof?: 'token' | 'signature';
	/** Fields of the credential whose values must never be shown. */
	readonly secretFields: readonly string[];
	/** The address of the API: a request with a relative URL goes there, and its token or signature is sent nowhere else. */
	apiBaseUrl(credentials: ICredentialDataDecryptedObject): string;
	/** How fast our nodes send with it: says of each request which pace it keeps. Left out, there is no limit. */
	readonly pace?: (credentials: ICredentialDataDecryptedObject) => (request: Pick<IHttpRequestOptions, 'method' | 'url'>) => Pace | undefined;
	/** Tells a refusal in words that fit this way of showing who one is, or leaves it as it is. */
	readonly explain?: (failure: Failure, answer: PartnerAnswer, times: AnswerTimes) => Failure;
}
