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

/** What SIPS's words mean, and whether that is a guess. */
export interface Meaning {
	status: OrderStatus;
	/** Whether the words are a guess of ours or of a client: no source shows that SIPS says so. */
	isInferred: boolean;
}

/**
 * The words with a source: a help centre of a partner that is live with SRS maps exactly these six, and a client took the same steps
 * from SIPS's own page (web-hooks-1597567m0). "Complete" and "Completed" both occur, and both spellings of "Cancelled" are English.
 */
const SURE: Readonly<Record<string, OrderStatus>> = {
	'order received': 'submitted',
	'en route': 'shipped',
	arrived: 'shipped',
	complete: 'delivered',
	completed: 'delivered',
	invoiced: 'invoiced',
	cancelled: 'cancelled',
	canceled: 'cancelled',
};

/** Words that clients look for without having seen them. "Order Queued" is documented in the answer to Submit, not as a status. */
const GUESSED: Readonly<Record<string, OrderStatus>> = {
	submitted: 'submitted',
	received: 'submitted',
	queued: 'queued',
	accepted: 'accepted',
	acknowledged: 'accepted',
	confirmed: 'accepted',
	'in process': 'accepted',
	processing: 'accepted',
	processed: 'accepted',
	shipped: 'shipped',
	'on the way': 'shipped',
	'out for delivery': 'shipped',
	delivered: 'delivered',
	'not accepted': 'rejected',
	declined: 'rejected',
	refused: 'rejected',
	rejected: 'rejected',
	voided: 'cancelled',
};

const UNKNOWN: Meaning = { status: 'unknown', isInferred: false };

/**
 * What SIPS's words for the state of an order mean. Only whole phrases that are known count, but for capitals, blanks, punctuation and the
 * word "order" before them: "Scheduled for Delivery", "Not Shipped" and "Incomplete" hold known words, and mean something else.
 */
export function meaningOfWords(words: string | null): Meaning {
	const phrase = (words ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
	for (const known of [phrase, phrase.replace(/^order /, '')]) {
		const [sure, guessed] = [SURE, GUESSED].map((list) => (Object.hasOwn(list, known) ? list[known] : undefined));
		if (sure !== undefined) return { status: sure, isInferred: false };
		if (guessed !== undefined) return { status: guessed, isInferred: true };
	}
	return UNKNOWN;
}

/** The same in one word; `unknown` where the words are none of those known, or missing. */
export function statusOf(words: string | null): OrderStatus {
	return meaningOfWords(words).status;
}
