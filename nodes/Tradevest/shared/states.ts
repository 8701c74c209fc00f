/** The state of what passed the first check and is not decided on (api overview; status_codes_for_financial_operations). */
export const RECEIVED = 'RECEIVED';

/** States of what came to nothing. An INVALID one is removed after a while; its External ID stays taken. */
const REFUSED: ReadonlySet<string> = new Set(['INVALID', 'REJECTED']);

/** Whether Tradevest has decided. What has no state is not known to be decided on. */
export function isDecided(status: string | undefined): status is string {
	return status !== undefined && status !== RECEIVED;
}

export function isRefused(status: string | undefined): boolean {
	return status !== undefined && REFUSED.has(status);
}
