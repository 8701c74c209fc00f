import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import type { HeldToken } from './heldToken';
import { sealIdentity, sealMatches } from './identity';

/** The field that n8n looks at to tell whether there is a token. */
export const CHECK_FIELD = 'accessTokenCheck';

/**
 * The hidden fields in which n8n keeps the token, encrypted, in its database. They must be declared: what a
 * credential type does not declare is dropped at the next read. `password` keeps the values out of the editor and the REST API.
 *
 * `expirable` makes the host call `preAuthentication` where the field is empty, and after a refused request. The field that has
 * it stays empty in the database for good, and the token has one of its own: so the host asks whenever it has read the
 * credential, and not only where a request with an ended token was refused. The HTTP Request node could not go on from there on
 * an n8n that is given nothing to store, see `hostKind.ts`.
 */
export const storedTokenProperties: INodeProperties[] = [
	{
		displayName: 'Access Token Check',
		name: CHECK_FIELD,
		type: 'hidden',
		typeOptions: { expirable: true },
		default: '',
	},
	{
		displayName: 'Access Token',
		name: 'accessToken',
		type: 'hidden',
		typeOptions: { password: true },
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
	/** Always empty. The host stores what comes with it. */
	accessTokenCheck: '';
	accessToken: string;
	/** From when to when, as an ISO 8601 interval: `2026-03-02T08:00:00.000Z/2026-03-03T08:00:00.000Z`. The margin needs both ends. */
	accessTokenExpiresAt: string;
	accessTokenIdentity: string;
};

/** A token as it is handed to n8n to keep. */
export function toStored(held: HeldToken, identity: string): StoredToken {
	return {
		accessTokenCheck: '',
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
