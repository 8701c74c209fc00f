import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { textField, type TokenRequest } from './flow';

/** The two ways in which partners want a token to be asked for. */
export interface ClientCredentialsRequests {
	/** As OAuth 2 has it. */
	form: TokenRequest;
	json: TokenRequest;
}

/**
 * The token call by client credentials (RFC 6749, 4.4.2), with client id and secret in the body.
 *
 * @param scope left out where it is empty
 */
export function clientCredentialsRequests(url: string, credentials: ICredentialDataDecryptedObject, scope = ''): ClientCredentialsRequests {
	const fields = {
		grant_type: 'client_credentials',
		client_id: textField(credentials, 'clientId'),
		client_secret: textField(credentials, 'clientSecret'),
		...(scope === '' ? {} : { scope }),
	};
	const post = (type: string, body: TokenRequest['body']): TokenRequest => ({ method: 'POST', url, headers: { Accept: 'application/json', 'Content-Type': type }, body });
	return {
		form: post('application/x-www-form-urlencoded', new URLSearchParams(fields).toString()),
		json: post('application/json', fields),
	};
}
