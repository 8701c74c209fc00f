import type { ICredentialDataDecryptedObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { textOf } from '../values';
import type { HostRequest } from './readRequest';
import { isSharedSecret } from './sharedSecret';

/** What is looked at of a request. */
export type Caller = Pick<HostRequest, 'headers' | 'query' | 'ip' | 'method' | 'originalUrl'>;

/** How a caller shows that it may send. */
export interface CallerProof {
	/** Why what it sent does not show it, as the caller is told: nothing that the caller chose is in it. Undefined where it does. */
	fault(context: IWebhookFunctions, caller: Caller, credential: ICredentialDataDecryptedObject): string | undefined;
	/** The field that names where it stands, with the name in the panel; none where that is fixed. */
	readonly nameField?: NamedField;
	/** What the credential has to hold beside a secret. */
	readonly alsoNeeds?: NamedField;
}

/** A field by its name, and as it is called in the panel. */
interface NamedField {
	readonly name: string;
	readonly displayName: string;
}

/** The secret in a header, whose name the panel has. */
export const inHeader: CallerProof = {
	nameField: { name: 'headerName', displayName: 'Header Name' },
	fault(context, { headers }, credential) {
		// Node writes names of headers in small letters.
		const name = givenName(context, 'headerName').toLowerCase();
		return secretFault(Object.hasOwn(headers, name) ? headers[name] : undefined, secretsIn(credential));
	},
};

/** The secret in a query parameter of the URL, whose name the panel has. */
export const inQuery: CallerProof = {
	nameField: { name: 'queryName', displayName: 'Query Parameter Name' },
	fault(context, { query = {} }, credential) {
		const name = givenName(context, 'queryName');
		return secretFault(Object.hasOwn(query, name) ? query[name] : undefined, secretsIn(credential));
	},
};

/** User name and secret by Basic authentication (RFC 7617), in UTF-8. */
export const byBasicAuth: CallerProof = {
	fault(_context, { headers }, credential) {
		const [, given] = /^basic +([\w+/=-]+) *$/i.exec(textOf(headers.authorization) ?? '') ?? [];
		const sent = given === undefined ? undefined : Buffer.from(given, 'base64').toString('utf8');
		return secretFault(sent, secretsIn(credential).map((secret) => `${textOf(credential.user) ?? ''}:${secret}`));
	},
};

function secretFault(given: unknown, secrets: readonly string[]): string | undefined {
	return isSharedSecret(given, secrets) ? undefined : 'The secret is missing or wrong.';
}

/** The secrets of a credential that count: the new one, and during a change the old one. */
export function secretsIn({ secret, previousSecret }: ICredentialDataDecryptedObject): string[] {
	return [secret, previousSecret].filter((value): value is string => typeof value === 'string' && value !== '');
}

/** What a field of the panel names, without blanks around it. */
export function givenName(context: IHookFunctions | IWebhookFunctions, field: string): string {
	return String(context.getNodeParameter(field, '') ?? '').trim();
}
