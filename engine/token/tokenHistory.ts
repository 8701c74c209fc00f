/** Tokens remembered for an identity: a day of hourly ones, nearly. What a partner echoes is one that it was sent just now. */
const MOST_TOKENS = 20;
const MOST_IDENTITIES = 200;

/** The tokens and signatures that this process has sent, by identity, the newest last. */
const byIdentity = new Map<string, string[]>();
/** The identities under which requests with a credentials object were sent: an edit makes another of it. */
const identitiesOf = new WeakMap<object, Set<string>>();

/**
 * Notes a token, or a signature, that a request with these credentials carries.
 *
 * @param most of them that are remembered for an identity
 */
export function noteToken(credentials: object, identity: string, token: string, most = MOST_TOKENS): void {
	const identities = identitiesOf.get(credentials);
	if (identities) identities.add(identity);
	else identitiesOf.set(credentials, new Set([identity]));

	const known = byIdentity.get(identity) ?? [];
	const all = known.at(-1) === token ? known : [...known.filter((each) => each !== token), token].slice(-most);
	// Put in anew, so that the map stays in order of use and the least used goes first.
	byIdentity.delete(identity);
	byIdentity.set(identity, all);
	if (byIdentity.size > MOST_IDENTITIES) byIdentity.delete([...byIdentity.keys()][0]!);
}

/**
 * The tokens that this process has sent for whoever these credentials are, by whichever run. A partner may echo any of them,
 * and a run has no more than the one that was newest when it began.
 */
export function tokensSent(credentials: object): string[] {
	return [...(identitiesOf.get(credentials) ?? [])].flatMap((identity) => byIdentity.get(identity) ?? []);
}
