import { createHash, randomBytes } from 'node:crypto';

/** A partner's client. The sandbox knows invented ones only. */
export interface Client {
	clientId: string;
	clientSecret: string;
}

/** What comes of a token call. */
export type IssueResult =
	| { outcome: 'issued'; token: string; expiresIn: number }
	| { outcome: 'unknownClient' | 'wrongSecret' };

/** What is thought of a token that came with a call. */
export type TokenVerdict = 'good' | 'missing' | 'unknown' | 'expired' | 'revoked';

/** The first 12 hex digits of the sha256. */
export function fingerprint(token: string): string {
	return createHash('sha256').update(token).digest('hex').slice(0, 12);
}

/** The token in an Authorization header. The scheme's case does not matter (RFC 9110 section 11.1). */
export function bearerToken(header: string | undefined): string | null {
	return /^bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? null;
}

/** Writes the text of a token with this life. */
export type TokenWriter = (lifeSeconds: number) => string;

/** A token that says nothing. It looks like a JWT, which starts with the base64 of `{"`, without being one. */
const writeOpaque: TokenWriter = () => `eyJ0eXAiOiJzYW5kYm94In0.${randomBytes(24).toString('base64url')}`;

/** Issues tokens and believes in no others. */
export class TokenIssuer {
	private tokens = new Map<string, { expiresAt: number; revoked: boolean }>();

	private counts = { issued: 0, refused: 0 };

	constructor(private readonly clients: Client[]) {}

	issue(clientId: string, clientSecret: string, lifeSeconds: number, write = writeOpaque): IssueResult {
		const client = this.clients.find((known) => known.clientId === clientId);
		if (client?.clientSecret !== clientSecret) {
			this.counts.refused += 1;
			return { outcome: client ? 'wrongSecret' : 'unknownClient' };
		}
		this.counts.issued += 1;
		const token = write(lifeSeconds);
		this.tokens.set(token, { expiresAt: Date.now() + lifeSeconds * 1000, revoked: false });
		return { outcome: 'issued', token, expiresIn: lifeSeconds };
	}

	check(token: string | null): TokenVerdict {
		if (token === null) return 'missing';
		const known = this.tokens.get(token);
		if (!known) return 'unknown';
		if (known.revoked) return 'revoked';
		return known.expiresAt > Date.now() ? 'good' : 'expired';
	}

	/** Revokes all tokens, or the one with this fingerprint. Returns how many. */
	revoke(tokenFingerprint?: string): number {
		let revoked = 0;
		for (const [token, state] of this.tokens) {
			if (tokenFingerprint !== undefined && fingerprint(token) !== tokenFingerprint) continue;
			if (!state.revoked) revoked += 1;
			state.revoked = true;
		}
		return revoked;
	}

	snapshot(): { issued: number; refused: number } {
		return { ...this.counts };
	}

	reset(): void {
		this.tokens.clear();
		this.counts = { issued: 0, refused: 0 };
	}
}
