/** What an order has come to, in one word. */
export type OrderStatus =
	| 'submitted'
	| 'queued'
	| 'accepted'
	| 'shipped'
	| 'delivered'
	| 'invoiced'
	| 'cancelled'
	| 'rejected'
	| 'unknown';

/**
 * Parts of SIPS's own words, and what they mean. No list of those words is public; these are the ones that clients look
 * for in events and lists (web-hooks-1597567m0, through clients). The first that fits counts, so that "Out for Delivery"
 * is not delivered, and "Not Accepted" is not accepted.
 */
const MEANINGS: ReadonlyArray<readonly [RegExp, OrderStatus]> = [
	[/reject|declin|not accepted|refus/, 'rejected'],
	[/cancel|void/, 'cancelled'],
	[/queue/, 'queued'],
	[/invoic/, 'invoiced'],
	[/out for deliver|en route|ship|arrived|on the way/, 'shipped'],
	[/deliver|complet/, 'delivered'],
	[/acknowledg|accept|confirm|process/, 'accepted'],
	[/submit|receiv/, 'submitted'],
];

/** What SIPS's words for the state of an order mean; `unknown` where they are none of those known, or missing. */
export function statusOf(words: string | null): OrderStatus {
	const text = words?.toLowerCase() ?? '';
	return MEANINGS.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}
