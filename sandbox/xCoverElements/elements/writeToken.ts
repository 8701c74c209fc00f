import { randomBytes } from 'node:crypto';

import type { PartnerClient } from '../data/partner';
import type { XCoverElementsSettings } from '../settings';
import type { TokenClaims } from '../types';

/**
 * A JWT with the claims of the documented sample (ssi/authentication). Its signature is noise: no key belongs to it,
 * so nobody can take it for a real one, and the sandbox believes only in tokens it remembers.
 */
export function writeToken(
	{ clientId, partnerId, userId, isTest }: PartnerClient,
	{ scopes }: Pick<XCoverElementsSettings, 'scopes'>,
	lifeSeconds: number,
): string {
	const now = Date.now() / 1000;
	const claims: TokenClaims = {
		aud: clientId,
		jti: randomBytes(40).toString('hex'),
		iat: now,
		nbf: now,
		exp: now + lifeSeconds,
		sub: '',
		scopes,
		user_id: userId,
		partner_id: partnerId,
		is_test: isTest,
	};
	return [part({ typ: 'JWT', alg: 'RS256' }), part(claims), randomBytes(64).toString('base64url')].join('.');
}

function part(value: object): string {
	return Buffer.from(JSON.stringify(value)).toString('base64url');
}
