/**
 * What a JSON web token says, unverified: the partner who made it checks it, we only read what it tells about itself.
 *
 * @returns the claims, or an empty object where the token is no readable JWT
 */
export function claimsOf(token: string): Record<string, unknown> {
	const payload = token.split('.')[1];
	if (payload === undefined) return {};
	try {
		const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
		return typeof claims === 'object' && claims !== null && !Array.isArray(claims) ? (claims as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}
