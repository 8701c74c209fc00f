/** The state of what passed the first check and is not decided on (api overview; status_codes_for_financial_operations). */
export const RECEIVED = 'RECEIVED';

/** States of what came to nothing. An INVALID one is removed after a while; its External ID stays taken. */
const REFUSED: ReadonlySet<string> = new Set(['INVALID', 'REJECTED']);

/** States in which something has come to what its kind can come to, as far as they were seen (api-reference/entities, roles, products, digital-assets; status_codes_for_financial_operations; savings-plans). */
const DECIDED: ReadonlySet<string> = new Set([
	'ACTIVE', 'APPROVED', 'ARCHIVED', 'BLOCKED', 'CANCELED', 'CLOSED', 'CORRECTED', 'CREATED', 'DECEASED', 'DELETED', 'ESTATE', 'EXPIRED', 'FILLED', 'INACTIVE',
	'PARTIALLY_FILLED', 'PLACED', 'PROCESSED', 'RESTRICTED', 'SETTLED', 'SUSPENDED', 'SUSPENDED_COMPLIANCE', ...REFUSED,
]);

/**
 * Whether Tradevest has decided. It has not on what is `RECEIVED`, `PENDING` or in `REVIEW`, where somebody looks at it, such as at a person that is
 * like another one (api overview). What has no state, or one that nobody knows, is not known to be decided on.
 *
 * @param undecided further states of the kind of thing in which it has not
 */
export function isDecided(status: string | undefined, { undecided = [] }: { readonly undecided?: readonly string[] } = {}): status is string {
	return status !== undefined && DECIDED.has(status) && !undecided.includes(status);
}

export function isRefused(status: string | undefined): boolean {
	return status !== undefined && REFUSED.has(status);
}

/** States of what is no more (api-reference/entities/schemas). */
const OVER: ReadonlySet<string> = new Set(['INACTIVE', 'ARCHIVED']);

export function isOver(status: string | undefined): boolean {
	return status !== undefined && OVER.has(status);
}
