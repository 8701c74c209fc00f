import type { ICredentialDataDecryptedObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { textOf } from '../values';
import type { HostRequest } from './readRequest';
import { isSharedSecret } from './sharedSecret';

/** What is looked at of a request. */
export type Caller = Pick<HostRequest, 'headers' | 'query' | 'ip'>;

/** How a caller shows that it may send. */
export interface CallerProof {
	/** Whether what it sent is what the credential holds. */
	fits(context: IWebhookFunctions, caller: Caller, credential: ICredentialDataDecryptedObject): boolean;
	/** The field that names where it stands, with the name in the panel; none where that is fixed. */
	readonly nameField?: { readonly name: string; readonly displayName: string };
}

/** The secret in a header, whose name the panel has. */
export const inHeader: CallerProof = {
	nameField: { name: 'headerName', displayName: 'Header Name' },
	fits(context, { headers }, credential) {
		// Node writes names of headers in small letters.
		const name = givenName(context, 'headerName').toLowerCase();
		return isSharedSecret(Object.hasOwn(headers, name) ? headers[name] : undefined, secretsIn(credential));
	},
};

/** The secret in a query parameter of the URL, whose name the panel has. */
export const inQuery: CallerProof = {
	nameField: { name: 'queryName', displayName: 'Query Parameter Name' },
	fits(context, { query = {} }, credential) {
		const name = givenName(context, 'queryName');
		return isSharedSecret(Object.hasOwn(query, name) ? query[name] : undefined, secretsIn(credential));
	},
};

/** User name and secret by Basic authentication (RFC 7617), in UTF-8. */
export const byBasicAuth: CallerProof = {
	fits(_context, { headers }, credential) {
		const [, given] = /^basic +([\w+/=-]+) *$/i.exec(textOf(headers.authorization) ?? '') ?? [];
		const sent = given === undefined ? undefined : Buffer.from(given, 'base64').toString('utf8');
		return isSharedSecret(sent, secretsIn(credential).map((secret) => `${textOf(credential.user) ?? ''}:${secret}`));
	},
};

/** The secrets of a credential that count: the new one, and during a change the old one. */
export function secretsIn({ secret, previousSecret }: ICredentialDataDecryptedObject): string[] {
	return [secret, previousSecret].filter((value): value is string => typeof value === 'string' && value !== '');
}

/** What a field of the panel names, without blanks around it. */
export function givenName(context: IHookFunctions | IWebhookFunctions, field: string): string {
	return String(context.getNodeParameter(field, '') ?? '').trim();
}
