/** The state of what passed the first check and is not decided on (api overview; status_codes_for_financial_operations). */
export const RECEIVED = 'RECEIVED';

/** States of what came to nothing. An INVALID one is removed after a while; its External ID stays taken. */
const REFUSED: ReadonlySet<string> = new Set(['INVALID', 'REJECTED']);

/** The state of what somebody at Tradevest looks at, such as a person that is like another one (api overview). */
const REVIEW = 'REVIEW';

/**
 * Whether Tradevest has decided. What has no state is not known to be decided on.
 *
 * @param undecided further states of the kind of thing in which it has not
 */
export function isDecided(status: string | undefined, { undecided = [] }: { readonly undecided?: readonly string[] } = {}): status is string {
	return status !== undefined && ![RECEIVED, REVIEW, ...undecided].includes(status);
}

export function isRefused(status: string | undefined): boolean {
	return status !== undefined && REFUSED.has(status);
}

/** States of what is no more (api-reference/entities/schemas). */
const OVER: ReadonlySet<string> = new Set(['INACTIVE', 'ARCHIVED']);

export function isOver(status: string | undefined): boolean {
	return status !== undefined && OVER.has(status);
}
