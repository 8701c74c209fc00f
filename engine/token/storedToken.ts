import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import type { HeldToken } from './heldToken';
import { sealIdentity, sealMatches } from './identity';

/**
 * The hidden fields in which n8n keeps the token, encrypted, in its database. They must be declared: what a
 * credential type does not declare is dropped at the next read. `expirable` makes the host call
 * `preAuthentication`; `password` keeps the values out of the editor and the REST API.
 */
export const storedTokenProperties: INodeProperties[] = [
	{
		displayName: 'Access Token',
		name: 'accessToken',
		type: 'hidden',
		typeOptions: { expirable: true, password: true },
		default: '',
	},
	{
		displayName: 'Access Token Expires At',
		name: 'accessTokenExpiresAt',
		type: 'hidden',
		typeOptions: { password: true },
		default: '',
	},
	{
		displayName: 'Access Token Identity',
		name: 'accessTokenIdentity',
		type: 'hidden',
		typeOptions: { password: true },
		default: '',
	},
];

/** The values of the hidden fields. A type alias, so that it fits n8n's index signature. */
export type StoredToken = {
	accessToken: string;
	/** From when to when, as an ISO 8601 interval: `2026-03-02T08:00:00.000Z/2026-03-03T08:00:00.000Z`. The margin needs both ends. */
	accessTokenExpiresAt: string;
	accessTokenIdentity: string;
};

/** A token as it is handed to n8n to keep. */
export function toStored(held: HeldToken, identity: string): StoredToken {
	return {
		accessToken: held.token,
		accessTokenExpiresAt: [held.issuedAtMs, held.expiresAtMs].map((ms) => new Date(ms).toISOString()).join('/'),
		accessTokenIdentity: sealIdentity(identity, held.token),
	};
}

/** The stored token, if there is one and it belongs to this identity. Its age is not judged here. */
export function fromStored(credentials: ICredentialDataDecryptedObject, identity: string): HeldToken | undefined {
	const { accessToken, accessTokenExpiresAt, accessTokenIdentity } = credentials;
	if (typeof accessToken !== 'string' || accessToken === '') return undefined;
	if (typeof accessTokenExpiresAt !== 'string' || typeof accessTokenIdentity !== 'string') return undefined;
	if (!sealMatches(accessTokenIdentity, identity, accessToken)) return undefined;
	const [issuedAtMs, expiresAtMs] = accessTokenExpiresAt.split('/').map((end) => Date.parse(end));
	if (issuedAtMs === undefined || expiresAtMs === undefined || !(expiresAtMs > issuedAtMs)) return undefined;
	return { token: accessToken, issuedAtMs, expiresAtMs };
}
