import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { withoutSlashes } from '../address';
import type { ApiAccess } from './apiAccess';
import type { HostRequest } from './apiUrl';
import type { TokenQuota } from './limits';

/** A request that asks for a token. */
export type TokenRequest = Pick<IHttpRequestOptions, 'method' | 'url' | 'headers' | 'body'>;

/** A token as the partner's answer gives it. */
export interface TokenAnswer {
	token: string;
	/** Life in seconds, 0 where it has ended or is about to, or undefined where the answer does not say or says nonsense. */
	lifeSeconds?: number;
}

/** What one partner's way of handing out tokens is. All else is the same for every partner. */
export interface TokenFlow extends ApiAccess {
	/** Where a person gets client id and secret, a part of a sentence: `from SRS, ...`. */
	readonly whereToGetCredentials: string;
	/** What else to say where client id or secret are refused, a sentence: what people often enter in their place. */
	readonly oftenMistaken?: string;
	/** How many tokens the partner hands out, where it says so. */
	readonly quota?: TokenQuota;
	/** Life to assume where the answer does not give a believable one, in seconds. */
	readonly defaultLifeSeconds: number;
	/**
	 * All that decides whether and which token one gets, and whether it may be used: token address, client id, secret, scope,
	 * the way of asking. A change of any is tried at once. Order matters, values need no escaping.
	 */
	identity(credentials: ICredentialDataDecryptedObject): string[];
	/**
	 * How to ask, the preferred form first. A further form is tried when the partner answers that it cannot read the
	 * first (400 or 415), and the form that worked is remembered.
	 */
	tokenRequests(credentials: ICredentialDataDecryptedObject): TokenRequest[];
	/** Reads the answer to a token call. @throws Failure of kind `brokenAnswer`, or another that says why a token is no use */
	readAnswer(body: unknown, credentials: ICredentialDataDecryptedObject): TokenAnswer;
	/** What else a request needs beside the token, such as a header of the partner's own. Changes the request in place. */
	complete?(request: HostRequest, credentials: ICredentialDataDecryptedObject, token: string): void;
}

/** Text of a credential field, trimmed: pasted secrets often end in a line break. */
export function textField(credentials: ICredentialDataDecryptedObject, name: string): string {
	const value = credentials[name];
	return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/** The values of these fields, for taking them out of what is shown. */
export function secretsIn(credentials: ICredentialDataDecryptedObject, fields: readonly string[]): string[] {
	return fields.map((name) => textField(credentials, name));
}

/** A credential field with an address, without slashes at its end. */
export function baseUrlField(credentials: ICredentialDataDecryptedObject, name = 'baseUrl'): string {
	return withoutSlashes(textField(credentials, name));
}
